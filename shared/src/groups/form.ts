import { createRandom, type Random, shuffled } from '../chance/random.ts'
import type { PersonId } from '../ids.ts'
import { APART_WEIGHT, type MixLabel, meetings, type PairCosts, pairCosts } from './cost.ts'
import { improve, type Placing } from './search.ts'
import { conflictOf, type GroupingConflict, unitsOf } from './units.ts'

export interface FormInput {
  /** In order of arrival, each once. */
  readonly people: readonly PersonId[]
  /** The first one counts when people are dealt. */
  readonly labels: readonly MixLabel[]
  readonly history: readonly (readonly PersonId[])[]
  readonly seed: string
  /** Their sum is the number of people. */
  readonly sizes: readonly number[]
  /** Parties that are never split: a carer and the person helped, two people on one device. */
  readonly together?: readonly (readonly PersonId[])[]
  readonly apart?: readonly (readonly [PersonId, PersonId])[]
  readonly hosts?: readonly PersonId[]
}

export type Formed =
  | {
      readonly ok: true
      /** In the order of `sizes`. */
      readonly groups: readonly (readonly PersonId[])[]
      /** Pairs that have met before and meet again. */
      readonly repeats: number
    }
  | ({ readonly ok: false } & GroupingConflict)

/** Largest units first, then hosts, then the largest organisations; chance decides among equals, the unlabelled come last. */
function dealingOrder(
  units: readonly (readonly number[])[],
  input: FormInput,
  hosts: ReadonlySet<PersonId>,
  random: Random,
): number[] {
  const label = input.labels[0]
  const labelOf = (unit: number) => label?.of.get(input.people[units[unit]?.[0] ?? -1] ?? '') ?? ''
  const members = new Map<string, number>()
  for (const unit of units.keys()) members.set(labelOf(unit), (members.get(labelOf(unit)) ?? 0) + 1)
  const rank = new Map([...members.keys()].map((name, i) => [name, i]))
  const key = (unit: number): readonly number[] => {
    const name = labelOf(unit)
    const isHost = (units[unit] ?? []).some((i) => hosts.has(input.people[i] ?? ''))
    return [
      -(units[unit]?.length ?? 0),
      isHost ? 0 : 1,
      name === '' ? 0 : -(members.get(name) ?? 0),
      rank.get(name) ?? 0,
    ]
  }
  const keys = [...units.keys()].map(key)
  return shuffled([...units.keys()], random).sort((a, b) => {
    const [ka, kb] = [keys[a] ?? [], keys[b] ?? []]
    const at = ka.findIndex((value, i) => value !== kb[i])
    return at < 0 ? 0 : (ka[at] ?? 0) - (kb[at] ?? 0)
  })
}

/** Round and round the groups; a party goes where there is room for all of it, apart wishes kept when that is possible. */
function deal(units: Placing['units'], order: readonly number[], sizes: readonly number[], costs: PairCosts) {
  const seats: number[][] = sizes.map(() => [])
  const groupOf: number[] = units.map(() => -1)
  let cursor = 0
  for (const unit of order) {
    const members = units[unit] ?? []
    const turn = sizes.map((_, i) => (cursor + i) % sizes.length)
    const open = turn.filter((g) => (seats[g]?.length ?? 0) + members.length <= (sizes[g] ?? 0))
    const torn = (g: number) =>
      members.some((i) => seats[g]?.some((j) => (costs.of[i * costs.n + j] ?? 0) >= APART_WEIGHT))
    const group = open.find((g) => !torn(g)) ?? open[0]
    if (group === undefined) return { stuck: members }
    seats[group]?.push(...members)
    groupOf[unit] = group
    cursor = (group + 1) % sizes.length
  }
  return { placing: { units, groupOf, seats } }
}

/**
 * Groups of the given sizes that mix people well: deterministic from its input, bounded by iterations, total. A wish
 * that cannot be met is refused with the names of those concerned.
 */
export function formGroups(input: FormInput): Formed {
  const { people, sizes } = input
  if (sizes.reduce((sum, size) => sum + size, 0) !== people.length)
    throw new RangeError('sizes do not add up')
  const apart = input.apart ?? []
  const hosts = new Set(input.hosts ?? [])
  const units = unitsOf(people, input.together ?? [])
  const conflict = conflictOf(people, units, apart, Math.max(0, ...sizes))
  if (conflict) return { ok: false, ...conflict }
  const random = createRandom(input.seed)
  const costs = pairCosts(people, { labels: input.labels, history: input.history, apart, hosts })
  const dealt = deal(units, dealingOrder(units, input, hosts, random), sizes, costs)
  if (dealt.placing === undefined)
    return { ok: false, conflict: 'together-too-large', people: dealt.stuck.flatMap((i) => people[i] ?? []) }
  const { placing } = dealt
  if (!costs.flat && sizes.length > 1) improve(placing, costs, random)
  const groupOf = new Map(placing.seats.flatMap((seats, g) => seats.map((i) => [people[i], g] as const)))
  const broken = apart.find(([a, b]) => a !== b && groupOf.has(a) && groupOf.get(a) === groupOf.get(b))
  if (broken) return { ok: false, conflict: 'apart-not-possible', people: broken }
  return {
    ok: true,
    groups: placing.seats.map((seats) => [...seats].sort((a, b) => a - b).flatMap((i) => people[i] ?? [])),
    repeats: countRepeats(placing.seats, meetings(people, input.history), people.length),
  }
}

function countRepeats(groups: readonly (readonly number[])[], met: Uint16Array, n: number): number {
  let repeats = 0
  for (const group of groups)
    for (const [k, i] of group.entries()) for (const j of group.slice(k + 1)) if (met[i * n + j]) repeats++
  return repeats
}
