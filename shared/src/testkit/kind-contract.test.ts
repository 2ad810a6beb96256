import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { type ActivityKind, defineKind } from '../activities/kit/kind.ts'
import { seal } from '../activities/kit/seal.ts'
import { accept, refuse } from '../outcome.ts'
import { drives } from '../people/drives.ts'
import { forContract } from './kind-arbitraries.ts'
import { kindLaws } from './kind-contract.ts'

const Definition = z.object({ secret: z.string() })
const State = z.object({ raised: z.array(z.string()), last: z.optional(z.string()) })
const Action = z.discriminatedUnion('type', [
  z.object({ type: z.literal('raise') }),
  z.object({ type: z.literal('clear') }),
  z.object({ type: z.literal('put'), raised: z.array(z.string()), last: z.optional(z.string()) }),
])
type Definition = z.infer<typeof Definition>
type State = z.infer<typeof State>
type Action = z.infer<typeof Action>
type View = { count: number; secret: string | null; who: readonly string[]; extra?: unknown }
type Sound = ActivityKind<Definition, State, Action, View>

/** A small kind that keeps every rule. */
const sound: Sound = {
  id: 'hands',
  version: 1,
  definition: Definition,
  state: State,
  action: Action,
  defaults: { definition: { secret: '' }, durationMs: 60_000 },
  initial: () => ({ raised: [] }),
  phases: (_, { durationMs }) => [
    { id: 'planned', ms: durationMs, marks: [0] },
    { id: 'open', ms: null },
  ],
  reduce: (state, action, { actor, people }) => {
    const { id } = actor
    if (id === null || !people.some((p) => p.id === id)) return refuse('not-allowed')
    if (action.type === 'raise')
      return state.raised.includes(id)
        ? refuse('already')
        : accept({ state: { ...state, raised: [...state.raised, id] } })
    if (!drives(actor.role)) return refuse('not-allowed')
    const inverse: Action = { type: 'put', raised: state.raised }
    return accept({ state: { raised: action.type === 'put' ? action.raised : [] }, inverse })
  },
  audience: (_, { role }) => (drives(role) ? 'drivers' : 'all'),
  view: ({ raised }, audience, { definition }) => ({
    count: raised.length,
    secret: audience === 'drivers' ? definition.secret : null,
    who: audience === 'drivers' ? raised : [],
  }),
  mentions: ({ who }) => who,
  harvest: ({ state }) => [{ type: 'markdown', text: String(state.raised.length) }],
}

const arbitraries = forContract<Definition, State, Action>({
  definition: fc.record({ secret: fc.integer().map((n) => `secret§${n}`) }),
  action: () =>
    fc.oneof(
      fc.record({ type: fc.constantFrom('raise' as const, 'clear' as const) }),
      fc.record({ type: fc.constant('raise' as const) }),
    ),
  secrets: (_, { role }, { definition }) => (drives(role) ? [] : [definition.secret]),
})

const lawsOf = (change: Partial<Sound>) =>
  kindLaws(seal(defineKind({ ...sound, ...change })), arbitraries, 150)

/** One fault for each rule: the suite is only worth something if it finds it. */
const FAULTS: Record<string, [rule: string, fault: Partial<Sound>]> = {
  'a length that no plan accepts': ['[K5]', { defaults: { definition: { secret: '' }, durationMs: 1 } }],
  'a definition that changes each time': [
    '[K6]',
    {
      definition: z.pipe(
        Definition,
        z.transform((d) => ({ secret: `${d.secret}!` })),
      ) as Sound['definition'],
    },
  ],
  'a state that JSON cannot carry': [
    '[K7]',
    { initial: () => ({ raised: [], last: undefined }) as unknown as State },
  ],
  'a schema that throws': [
    '[K8]',
    {
      definition: z.pipe(
        z.unknown(),
        z.transform((d) => ({ secret: (d as Definition).secret.trim() })),
      ) as unknown as Sound['definition'],
    },
  ],
  'a reducer that pushes into the state it was given': [
    '[K9]',
    {
      reduce: (state, _, { actor }) => {
        state.raised.push(actor.id ?? '')
        return accept({ state })
      },
    },
  ],
  'a reducer that counts outside the state': [
    '[K10] the same',
    {
      reduce: (() => {
        let n = 0
        return (state) => accept({ state: { ...state, last: String(n++) } })
      })(),
    },
  ],
  'anybody may raise a hand': [
    '[K11]',
    {
      reduce: (state, _, { actor }) =>
        accept({ state: { ...state, raised: [...state.raised, actor.id ?? '?'] } }),
    },
  ],
  'an inverse that nobody understands': [
    '[K12]',
    { reduce: (...given) => withInverse(sound.reduce(...given), { type: 'nonsense' } as unknown as Action) },
  ],
  'a name that gets into the log': [
    '[K13]',
    { prepare: (_s, _a, _m, names) => ({ type: 'put', raised: [], last: [...names.values()][0]?.name }) },
  ],
  'an open end in the middle': [
    '[K14]',
    {
      phases: () => [
        { id: 'a', ms: null },
        { id: 'b', ms: null },
      ],
    },
  ],
  'a view that is not JSON': [
    '[K16]',
    { view: (...given) => ({ ...sound.view(...given), extra: undefined }) },
  ],
  'a secret in a text': [
    '[K17]',
    { view: (...given) => ({ ...sound.view(...given), extra: `psst: ${given[2].definition.secret}` }) },
  ],
  'a person whose name does not come along': ['[K18]', { mentions: () => [] }],
  'documents open to all': ['[K19]', { access: () => 'read' }],
  'a room that is over': [
    '[K20]',
    { rooms: (_, { people, elapsed }) => new Map(people.map((p) => [p.id, { room: 'g1', until: elapsed }])) },
  ],
  'a block that no format knows': [
    '[K21]',
    { harvest: () => [{ type: 'html', text: '<b>' }] as unknown as ReturnType<Sound['harvest']> },
  ],
  'what is one’s own tells a secret': [
    '[K22]',
    { own: (_, { people, definition }) => new Map(people.map((p) => [p.id, definition.secret])) },
  ],
  'what is one’s own is told of others': [
    '[K22]',
    { own: ({ raised }, { people }) => new Map(people.map((p) => [p.id, raised])) },
  ],
  'words whose place nothing can take': ['[K26]', { withoutWords: () => ({ type: 'clear' }) }],
  'words that were of use later': ['[K27]', { isHeld: () => false, withoutWords: () => ({ type: 'clear' }) }],
  'an action of one’s own that others see': ['[K23]', { isOwn: ({ type }) => type === 'raise' }],
}

function withInverse(done: ReturnType<Sound['reduce']>, inverse: Action): ReturnType<Sound['reduce']> {
  return done.ok ? accept({ ...done.value, inverse }) : done
}

describe('the contract of kinds finds what is wrong', () => {
  test.each(lawsOf({}))('a sound kind passes: %s', (_, check) => expect(check).not.toThrow())

  test.each(Object.entries(FAULTS))('%s', (_, [rule, fault]) => {
    const law = lawsOf(fault).find(([name]) => name.startsWith(rule))
    if (law === undefined) throw new Error(`no law ${rule}`)
    expect(law[1]).toThrow()
  })
})
