/**
 * A tiny kind for tests of the engine: everybody may add; only drivers may clear; a secret shows at its mark; a person may
 * put a word aside for herself.
 */
import * as z from 'zod/mini'
import { defineKind } from '../activities/kit/kind.ts'
import { seal } from '../activities/kit/seal.ts'
import { REVEAL_LEAD_MS } from '../limits.ts'
import { accept, refuse } from '../outcome.ts'
import { drives } from '../people/drives.ts'
import type { Workshop } from '../plan/workshop.ts'
import type { Kinds } from '../session/moment.ts'

const SECRET_AT_MS = 30_000

const Definition = z.object({ secret: z.string(), step: z.int() })
const State = z.object({
  total: z.number(),
  here: z.number(),
  aside: z.record(z.string(), z.string()),
})
const Action = z.discriminatedUnion('type', [
  z.object({ type: z.literal('add') }),
  z.object({ type: z.literal('set'), total: z.number() }),
  z.object({ type: z.literal('aside'), word: z.string() }),
])

export const tally = defineKind<
  z.infer<typeof Definition>,
  z.infer<typeof State>,
  z.infer<typeof Action>,
  { total: number; here: number; secret: string | null },
  string
>({
  id: 'tally',
  version: 1,
  definition: Definition,
  state: State,
  action: Action,
  defaults: { definition: { secret: 'sésame', step: 1 }, durationMs: 60_000 },
  initial: ({ people }) => ({ total: 0, here: people.length, aside: {} }),
  phases: (_, { durationMs }) => [
    { id: 'open', ms: durationMs, marks: [SECRET_AT_MS] },
    { id: 'over', ms: null },
  ],
  reduce: (state, action, { actor, definition, location }) => {
    if (action.type === 'add')
      return location.phase.id === 'open'
        ? accept({ state: { ...state, total: state.total + definition.step } })
        : refuse('closed')
    if (action.type === 'aside')
      return actor.id === null
        ? refuse('not-allowed')
        : accept({ state: { ...state, aside: { ...state.aside, [actor.id]: action.word } } })
    if (!drives(actor.role)) return refuse('not-allowed')
    return accept({ state: { ...state, total: action.total }, inverse: { type: 'set', total: state.total } })
  },
  peopleChanged: (state, { people }) =>
    state.here === people.length ? state : { ...state, here: people.length },
  rooms: (_, { people, location }) =>
    new Map(
      location.phase.id === 'open' ? people.map((p) => [p.id, { room: 'g1', until: location.endsAt }]) : [],
    ),
  access: (_, name, viewer) => (name === `mine-${viewer.id}` ? 'write' : 'none'),
  audience: (_, viewer) => (drives(viewer.role) ? 'drivers' : 'all'),
  view: ({ total, here }, audience, { definition, elapsed }) => ({
    total,
    here,
    secret: audience === 'drivers' || elapsed >= SECRET_AT_MS - REVEAL_LEAD_MS ? definition.secret : null,
  }),
  own: ({ aside }) => new Map(Object.entries(aside)),
  isOwn: ({ type }) => type === 'aside',
  harvest: ({ state }) => [{ type: 'markdown', text: String(state.total) }],
})

export const testKinds: Kinds = { tally: seal(tally) }

/** A workshop of `ids.length` tallies of one minute each. */
export const tallyWorkshop = (...ids: string[]): Workshop => ({
  settings: {
    ...testSettings,
  },
  plan: ids.map((id) => ({
    id,
    kind: 'tally',
    title: `Titre ${id}`,
    instructions: '',
    privateNote: 'note privée',
    durationMs: 60_000,
    durationProposed: false,
    definition: { secret: 'sésame', step: 1 },
  })),
})

export const testSettings: Workshop['settings'] = {
  title: 'Essai',
  language: 'fr',
  identity: ['named', 'pseudonym', 'anonymous'],
  askOrganisation: false,
  askTerritory: false,
  visio: {
    plenary: 'https://visio.example/p',
    groups: { mode: 'pattern', pattern: 'https://visio.example/{n}' },
  },
  capacity: 1000,
  harvestShared: false,
  startsAt: null,
}
