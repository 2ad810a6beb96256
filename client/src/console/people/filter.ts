import { drives, isIn, type PersonLine, PLENARY, wordOrder, wordSearch } from '@escale/shared'

export const FILTERS = ['everyone', 'here', 'away', 'removed', 'facilitators'] as const
export type PeopleFilter = (typeof FILTERS)[number]

const PASSES: Readonly<Record<PeopleFilter, (p: PersonLine) => boolean>> = {
  everyone: isIn,
  here: (p) => isIn(p) && !p.away,
  away: (p) => isIn(p) && p.away,
  removed: (p) => p.removed,
  facilitators: (p) => drives(p.role),
}

/** How many each filter would show. */
export const countPeople = (people: readonly PersonLine[]): Record<PeopleFilter, number> => ({
  everyone: people.filter(PASSES.everyone).length,
  here: people.filter(PASSES.here).length,
  away: people.filter(PASSES.away).length,
  removed: people.filter(PASSES.removed).length,
  facilitators: people.filter(PASSES.facilitators).length,
})

/** The numbers in a text, each whole: `5` is not found in `15`. */
const numbersIn = (text: string): readonly string[] => text.match(/\d+/g) ?? []

/**
 * People whose name, organisation or territory (the nameless: rank) holds every word of `search`, however it is spelt. A number is
 * looked for whole: « soizic 5 » is Soizic 5, and not Soizic 15 nor the fifth who came.
 */
export function filterPeople(
  people: readonly PersonLine[],
  filter: PeopleFilter,
  search: string,
): PersonLine[] {
  const isFound = wordSearch(search)
  const numbers = numbersIn(search)
  return people.filter((p) => {
    const texts = [p.name || String(p.rank), p.organisation, p.territory]
    const said = numbersIn(texts.join(' '))
    return PASSES[filter](p) && isFound(...texts) && numbers.every((n) => said.includes(n))
  })
}

export interface RoomOfPeople {
  readonly room: string
  readonly people: readonly PersonLine[]
}

const roomOrder = (room: string): number =>
  room === PLENARY ? -1 : Number(/^\D*(\d+)$/.exec(room)?.[1] ?? 1e6)

/** By room, the plenary first and groups by number; inside a room facilitators first, then by name, the nameless by rank. */
export function byRoom(people: readonly PersonLine[], language: string): RoomOfPeople[] {
  const order = wordOrder(language)
  const rooms = new Map<string, PersonLine[]>()
  for (const person of people) {
    const there = rooms.get(person.room)
    if (there) there.push(person)
    else rooms.set(person.room, [person])
  }
  const compare = (a: PersonLine, b: PersonLine): number =>
    Number(drives(b.role)) - Number(drives(a.role)) ||
    Number(a.name === '') - Number(b.name === '') ||
    order(a.name, b.name) ||
    a.rank - b.rank
  return [...rooms]
    .map(([room, there]) => ({ room, people: there.toSorted(compare) }))
    .sort((a, b) => roomOrder(a.room) - roomOrder(b.room))
}

/** The rooms where somebody is, in order. */
export function openRooms(people: Iterable<PersonLine>): string[] {
  const rooms = new Set<string>()
  for (const person of people) if (isIn(person)) rooms.add(person.room)
  return [...rooms].sort((a, b) => roomOrder(a) - roomOrder(b))
}
