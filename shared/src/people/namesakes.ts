/** Two people of one name: what tells them apart wherever they are shown together. */
import type { PersonId } from '../ids.ts'
import { wordKey } from '../words/alike.ts'
import type { Identities, Identity } from './person.ts'

const LABELS = ['territory', 'organisation'] as const
type Label = (typeof LABELS)[number]
type Marks = ReadonlyMap<PersonId, string>
interface Named extends Identity {
  readonly id: PersonId
}

/** Those who bear one name, in order of arrival; only where there are several. */
function namesakes(identities: Identities, rankOf: (person: PersonId) => number): readonly Named[][] {
  const byName = new Map<string, Named[]>()
  for (const [id, identity] of identities) {
    const key = wordKey(identity.name)
    if (key === '') continue
    const same = byName.get(key)
    if (same) same.push({ id, ...identity })
    else byName.set(key, [{ id, ...identity }])
  }
  return [...byName.values()]
    .filter((same) => same.length > 1)
    .map((same) => same.toSorted((a, b) => rankOf(a.id) - rankOf(b.id) || (a.id < b.id ? -1 : 1)))
}

/** Nobody else of the name has that label, in either way: « Littoral » may be where one is from and whom another comes from. */
const isAlone = (person: Named, same: readonly Named[], label: Label): boolean => {
  const key = wordKey(person[label])
  const others = same.filter(({ id }) => id !== person.id)
  return key !== '' && !others.some((other) => LABELS.some((one) => wordKey(other[one]) === key))
}

function markOf(person: Named, at: number, same: readonly Named[]): string {
  const label = LABELS.find((one) => isAlone(person, same, one))
  return label === undefined ? `(${at + 1})` : `· ${person[label].trim()}`
}

/**
 * By person, what stands after the name of each who has namesakes in the session: where they are from, else whom they come
 * from, else a number by arrival. No two namesakes have the same.
 */
export const marksOf = (identities: Identities, rankOf: (person: PersonId) => number): Marks =>
  new Map(
    namesakes(identities, rankOf).flatMap((same) =>
      same.map((person, at) => [person.id, markOf(person, at, same)] as const),
    ),
  )

/** A name with what tells it apart. */
export const nameApart = (name: string, mark: string | undefined): string =>
  mark === undefined || name.trim() === '' ? name : `${name.trim()} ${mark}`

/** How these people are called who are shown together: apart where they would be called the same. */
export function namesTogether(
  people: readonly PersonId[],
  identities: Identities,
  marks: Marks,
): ReadonlyMap<PersonId, string> {
  const nameOf = (id: PersonId) => identities.get(id)?.name ?? ''
  const count = new Map<string, number>()
  // Who has no namesake in the session has none here.
  const keys = new Map(
    [...new Set(people)].flatMap((id) => (marks.has(id) ? [[id, wordKey(nameOf(id))] as const] : [])),
  )
  for (const key of keys.values()) count.set(key, (count.get(key) ?? 0) + 1)
  return new Map(
    people.map((id) => {
      const isShared = (count.get(keys.get(id) ?? '') ?? 0) > 1
      return [id, nameApart(nameOf(id), isShared ? marks.get(id) : undefined)]
    }),
  )
}

const kept = new WeakMap<Identities, Marks>()
/** `marksOf`, worked out once for identities that have not changed: what each frame asks for. */
export function marksKept(identities: Identities, rankOf: (person: PersonId) => number): Marks {
  const held = kept.get(identities) ?? marksOf(identities, rankOf)
  kept.set(identities, held)
  return held
}
