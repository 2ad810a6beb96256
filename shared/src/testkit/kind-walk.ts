/** A random life of one activity, played against a sealed kind: what the contract suite looks at. */
import fc from 'fast-check'
import type { Moment } from '../activities/kit/kind.ts'
import type { SealedKind } from '../activities/kit/seal.ts'
import { locate } from '../clock/phases.ts'
import { DURATION_MIN_MS } from '../limits.ts'
import type { Outcome } from '../outcome.ts'
import type { Identities, Person, Role, Viewer } from '../people/person.ts'
import { deepFreeze } from './deep-freeze.ts'
import type { SealedArbitraries } from './kind-arbitraries.ts'

const person = (id: string, role: Role, rank: number, hasDevice = true): Person => ({
  id,
  role,
  rank,
  away: false,
  removed: false,
  hasDevice,
})

/** Ids that cannot be met by chance in a text, so that finding one in a view means that the view names the person. */
export const CAST: readonly Person[] = [
  person('id-fac-7Q', 'facilitator', 1),
  person('id-cof-8R', 'cofacilitator', 2),
  person('id-par-1A', 'participant', 3),
  person('id-par-2B', 'participant', 4),
  person('id-par-3C', 'participant', 5),
  person('id-par-4D', 'participant', 6, false),
  person('id-par-5E', 'participant', 7),
  person('id-par-6F', 'participant', 8),
]
export const CAST_IDS = CAST.map((p) => p.id)
export const STRANGER: Viewer = { id: 'id-stranger', role: 'participant' }
export const SCREEN: Viewer = { id: null, role: 'screen' }
export const VIEWERS: readonly Viewer[] = [...CAST.map(({ id, role }) => ({ id, role })), SCREEN]

/** Ends up in a state or a prepared action only if a kind leaks names. */
export const NAME_MARK = 'NameMarkZz'
const IDENTITIES: Identities = new Map(
  CAST.map((p) => [
    p.id,
    { name: `${NAME_MARK}-${p.rank}`, organisation: `${NAME_MARK}-o${p.rank % 3}`, territory: NAME_MARK },
  ]),
)

type Step =
  | { readonly do: 'act'; readonly after: number; readonly actor: number; readonly action: unknown }
  | {
      readonly do: 'people'
      readonly after: number
      readonly who: number
      readonly what: 'away' | 'removed' | 'in'
    }

export interface Life {
  readonly definition: unknown
  readonly durationMs: number
  readonly seed: string
  /** How many of the cast are there at the start. */
  readonly present: number
  readonly steps: readonly Step[]
}

const ACTORS: readonly Viewer[] = [...VIEWERS, STRANGER]

const after = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 5_000 }),
  fc.integer({ min: 0, max: 900_000 }),
)

export const lives = ({ definition, action }: SealedArbitraries): fc.Arbitrary<Life> =>
  fc.record({
    definition,
    durationMs: fc.oneof(
      fc.integer({ min: DURATION_MIN_MS, max: 30_000 }),
      fc.integer({ min: 60_000, max: 3_600_000 }),
    ),
    seed: fc.string({ minLength: 1, maxLength: 8 }),
    present: fc.integer({ min: 1, max: CAST.length }),
    steps: fc.array(
      fc.oneof(
        {
          weight: 6,
          arbitrary: fc.record({
            do: fc.constant('act' as const),
            after,
            actor: fc.nat({ max: ACTORS.length - 1 }),
            action: action(CAST_IDS),
          }),
        },
        {
          weight: 1,
          arbitrary: fc.record({
            do: fc.constant('act' as const),
            after,
            actor: fc.nat({ max: ACTORS.length - 1 }),
            action: fc.oneof(fc.anything(), fc.jsonValue()),
          }),
        },
        {
          weight: 2,
          arbitrary: fc.record({
            do: fc.constant('people' as const),
            after,
            who: fc.nat({ max: CAST.length - 1 }),
            what: fc.constantFrom('away', 'removed', 'in'),
          }),
        },
      ),
      { maxLength: 25 },
    ),
  })

/** What happened in one step. */
export interface Beat {
  readonly before: unknown
  readonly state: unknown
  readonly moment: Moment<unknown>
  /** When somebody acted: who, and the answer. */
  readonly act?: {
    readonly actor: Viewer
    readonly prepared: Outcome<unknown>
    readonly outcome: Outcome<{ readonly state: unknown; readonly inverse?: unknown }>
  }
}

function changed(people: readonly Person[], who: Person, what: 'away' | 'removed' | 'in'): readonly Person[] {
  const there = people.find((p) => p.id === who.id)
  if (what === 'in') return there ? people : [...people, who].sort((a, b) => a.rank - b.rank)
  if (what === 'removed') return who.role === 'facilitator' ? people : people.filter((p) => p.id !== who.id)
  return people.map((p) => (p.id === who.id && p.hasDevice ? { ...p, away: !p.away } : p))
}

/** Lives a life, calling `see` after the start and after each step. Everything handed to the kind is frozen. */
export function walk(kind: SealedKind, life: Life, see: (beat: Beat) => void): unknown {
  const definition = kind.definition(life.definition)
  if (!definition.ok)
    throw new Error(`the definition arbitrary made one that is refused: ${JSON.stringify(life)}`)
  let people = CAST.slice(0, life.present)
  let elapsed = 0
  const momentOf = (state: unknown): Moment<unknown> => {
    const setting = { definition: definition.value, durationMs: life.durationMs, seed: life.seed, people }
    return deepFreeze({ ...setting, elapsed, location: locate(kind.phases(state, setting), elapsed) })
  }
  let state = deepFreeze(
    kind.initial({ definition: definition.value, durationMs: life.durationMs, seed: life.seed, people }),
  )
  see({ before: state, state, moment: momentOf(state) })
  for (const step of life.steps) {
    elapsed += step.after
    const before = state
    if (step.do === 'people') {
      people = changed(people, CAST[step.who] as Person, step.what).slice()
      state = deepFreeze(kind.peopleChanged(state, momentOf(state)))
      see({ before, state, moment: momentOf(state) })
    } else {
      const actor = ACTORS[step.actor] as Viewer
      const moment = { ...momentOf(state), actor }
      const prepared = kind.prepare(state, deepFreeze(step.action), moment, IDENTITIES)
      const outcome = prepared.ok ? kind.reduce(state, deepFreeze(prepared.value), moment) : prepared
      if (outcome.ok) state = deepFreeze(outcome.value.state)
      see({ before, state, moment: momentOf(state), act: { actor, prepared, outcome } })
    }
  }
  return state
}
