import type { PersonId } from '../ids.ts'

/** A wish that cannot be met, with the people whom it concerns. */
export interface GroupingConflict {
  readonly conflict: 'together-too-large' | 'together-and-apart' | 'apart-not-possible'
  readonly people: readonly PersonId[]
}

/**
 * People as indivisible units of indices into `people`: those who must stay together share one, everybody else is one
 * alone. Ids that are not among `people` are passed over. Units keep the order of `people`.
 */
export function unitsOf(
  people: readonly PersonId[],
  together: readonly (readonly PersonId[])[],
): readonly (readonly number[])[] {
  const indexOf = new Map(people.map((id, i) => [id, i]))
  const parent = people.map((_, i) => i)
  const root = (i: number): number => {
    let at = i
    while (parent[at] !== undefined && parent[at] !== at) at = parent[at] as number
    return at
  }
  for (const party of together) {
    const known = party.flatMap((id) => indexOf.get(id) ?? [])
    for (const other of known.slice(1)) parent[root(other)] = root(known[0] as number)
  }
  const units = new Map<number, number[]>()
  for (const i of people.keys()) {
    const of = root(i)
    units.set(of, [...(units.get(of) ?? []), i])
  }
  return [...units.values()]
}

/** The first conflict that can be told before anybody is placed. */
export function conflictOf(
  people: readonly PersonId[],
  units: readonly (readonly number[])[],
  apart: readonly (readonly [PersonId, PersonId])[],
  largest: number,
): GroupingConflict | undefined {
  const names = (unit: readonly number[]) => unit.flatMap((i) => people[i] ?? [])
  const tooLarge = units.find((unit) => unit.length > Math.max(1, largest))
  if (tooLarge) return { conflict: 'together-too-large', people: names(tooLarge) }
  const torn = apart.find(([a, b]) => units.some((unit) => [a, b].every((id) => names(unit).includes(id))))
  return torn ? { conflict: 'together-and-apart', people: torn } : undefined
}
