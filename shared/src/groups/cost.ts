import type { PersonId } from '../ids.ts'

/** People who share this label cost `weight` per pair that sits in the same group. Empty labels are nobody's. */
export interface MixLabel {
  readonly weight: number
  readonly of: ReadonlyMap<PersonId, string>
}

/** Weights of docs/spec/groups.md, G9; what is hard costs more than everything soft together. */
export const MET_WEIGHT = 100
export const FIRST_LABEL_WEIGHT = 10
export const SECOND_LABEL_WEIGHT = 3
const HOSTS_WEIGHT = 100_000
export const APART_WEIGHT = 10_000_000

export interface PairWishes {
  readonly labels: readonly MixLabel[]
  /** Earlier groups. */
  readonly history: readonly (readonly PersonId[])[]
  readonly apart: readonly (readonly [PersonId, PersonId])[]
  /** People to spread, one per group as far as there are groups. */
  readonly hosts: ReadonlySet<PersonId>
}

/** The cost of every pair in the same group, as a square: `[i * n + j]`. */
export interface PairCosts {
  readonly n: number
  readonly of: Int32Array
  /** True when every pair costs the same, so that no placing is better than another. */
  readonly flat: boolean
}

/** How often every two people have met, as a square: `[i * n + j]`. */
export function meetings(
  people: readonly PersonId[],
  history: readonly (readonly PersonId[])[],
): Uint16Array {
  const n = people.length
  const indexOf = new Map(people.map((id, i) => [id, i]))
  const met = new Uint16Array(n * n)
  for (const group of history) {
    const known = [...new Set(group.flatMap((id) => indexOf.get(id) ?? []))]
    for (const i of known) for (const j of known) if (i !== j) met[i * n + j] = (met[i * n + j] ?? 0) + 1
  }
  return met
}

export function pairCosts(people: readonly PersonId[], wishes: PairWishes): PairCosts {
  const n = people.length
  const of = new Int32Array(n * n)
  const add = (i: number, j: number, cost: number) => {
    of[i * n + j] = (of[i * n + j] ?? 0) + cost
    of[j * n + i] = (of[j * n + i] ?? 0) + cost
  }
  const everyPair = (members: readonly number[], cost: number) => {
    for (const [k, i] of members.entries()) for (const j of members.slice(k + 1)) add(i, j, cost)
  }
  for (const [cell, times] of meetings(people, wishes.history).entries())
    if (times > 0) of[cell] = MET_WEIGHT * times * times
  for (const label of wishes.labels) {
    const classes = new Map<string, number[]>()
    for (const [i, id] of people.entries()) {
      const value = label.of.get(id) ?? ''
      if (value !== '') classes.set(value, [...(classes.get(value) ?? []), i])
    }
    for (const members of classes.values()) everyPair(members, label.weight)
  }
  everyPair(
    people.flatMap((id, i) => (wishes.hosts.has(id) ? [i] : [])),
    HOSTS_WEIGHT,
  )
  const indexOf = new Map(people.map((id, i) => [id, i]))
  for (const [a, b] of wishes.apart) {
    const i = indexOf.get(a)
    const j = indexOf.get(b)
    if (i !== undefined && j !== undefined && i !== j) add(i, j, APART_WEIGHT)
  }
  return { n, of, flat: of.every((cost) => cost === 0) }
}
