import { createRandom, shuffled } from '../../chance/random.ts'
import type { PersonId } from '../../ids.ts'
import { drives } from '../../people/drives.ts'
import type { Identities, Person } from '../../people/person.ts'
import { wordOrder } from '../../words/alike.ts'
import type { Definition } from './definition.ts'

const compareNames = wordOrder('fr')

/**
 * The order in which a group speaks: by first name as a French dictionary has it, accents ignored, those without a name
 * after the others by arrival; or by lot. Facilitators last. Never by who was connected first.
 */
export function speakingOrder(
  members: readonly Person[],
  identities: Identities,
  order: Definition['order'],
  seed: string,
): PersonId[] {
  const name = (p: Person) => (identities.get(p.id)?.name ?? '').trim()
  const byName = [...members].sort(
    (a, b) =>
      Number(name(a) === '') - Number(name(b) === '') || compareNames(name(a), name(b)) || a.rank - b.rank,
  )
  const drawn = order === 'random' ? shuffled(byName, createRandom(seed)) : byName
  return [...drawn.filter((p) => !drives(p.role)), ...drawn.filter((p) => drives(p.role))].map((p) => p.id)
}
