/** Changes of formed groups that move nobody but those whom they name (docs/spec/groups.md, G13 to G16). */
import type { PersonId } from '../ids.ts'
import type { RoomKey } from '../room-key.ts'

export interface PeopleGroup {
  readonly key: RoomKey
  readonly people: readonly PersonId[]
}

/** A group as a latecomer finds it. */
export interface OpenGroup {
  readonly key: RoomKey
  readonly size: number
  /** In its tour (or before it) and with time for one more turn. */
  readonly hasTurnLeft: boolean
}

/** The group of a latecomer: the smallest one that still has a turn to give, else the smallest; undefined without groups. */
export function placeLatecomer(groups: readonly OpenGroup[]): RoomKey | undefined {
  const withTurn = groups.filter((g) => g.hasTurnLeft)
  const pool = withTurn.length > 0 ? withTurn : groups
  const first = pool[0]
  return first && pool.reduce((best, g) => (g.size < best.size ? g : best), first).key
}

/** Takes a person out of every group and puts them last in `to`; null: in none. A `to` that does not exist yet is added. */
export function movePerson<G extends PeopleGroup>(
  groups: readonly G[],
  person: PersonId,
  to: RoomKey | null,
  create: (key: RoomKey) => G,
): G[] {
  const all = to === null || groups.some((g) => g.key === to) ? groups : [...groups, create(to)]
  return all.map((group) => {
    const holds = group.people.includes(person)
    if (group.key === to) return holds ? group : { ...group, people: [...group.people, person] }
    return holds ? { ...group, people: group.people.filter((id) => id !== person) } : group
  })
}

/** Which group to bring together with `few`, which has too few people: the smallest other one; undefined when there is none. */
export function mergePartner(few: OpenGroup, others: readonly OpenGroup[]): RoomKey | undefined {
  const [first, ...rest] = others.filter((g) => g.key !== few.key)
  return first && rest.reduce((best, g) => (g.size < best.size ? g : best), first).key
}
