import fc from 'fast-check'
import { expect, test } from 'vitest'
import { marksOf, nameApart, namesTogether } from './namesakes.ts'
import type { Identity } from './person.ts'

const identity = (name: string, territory = '', organisation = ''): Identity => ({
  name,
  organisation,
  territory,
})
const rankOf = (id: string) => Number(id.slice(1))
const called = (people: Readonly<Record<string, Identity>>, shown = Object.keys(people)) => {
  const identities = new Map(Object.entries(people))
  return [...namesTogether(shown, identities, marksOf(identities, rankOf)).values()]
}

test('[X3] by where they are from, else whom they come from, else a number by arrival', () => {
  expect(called({ p1: identity('Camille M.', 'Littoral'), p2: identity('Camille M.', 'Bocage') })).toEqual([
    'Camille M. · Littoral',
    'Camille M. · Bocage',
  ])
  expect(
    called({ p1: identity('Camille', 'Littoral', 'CNFPT'), p2: identity('camille', 'littoral', 'Elicec') }),
  ).toEqual(['Camille · CNFPT', 'camille · Elicec'])
  expect(called({ p2: identity('Élodie'), p1: identity('Elodie ') })).toEqual(['Élodie (2)', 'Elodie (1)'])
  expect(called({ p1: identity('Zoé', 'Gironde'), p2: identity('Zoé'), p3: identity('Zoé') })).toEqual([
    'Zoé · Gironde',
    'Zoé (2)',
    'Zoé (3)',
  ])
})

test('[X3] whoever has no namesake, or none in what is shown, is called by their name; nobody without one gets a mark', () => {
  const people = {
    p1: identity('Camille', 'A'),
    p2: identity('Camille', 'B'),
    p3: identity('Ali'),
    p4: identity(''),
    p5: identity(''),
  }
  expect(called(people, ['p1', 'p3', 'p4', 'p5'])).toEqual(['Camille', 'Ali', '', ''])
  expect(called(people, ['p1', 'p1'])).toEqual(['Camille'])
  expect(nameApart('', '(1)')).toBe('')
})

test('[X3] no two people who are shown together are called the same', () => {
  const word = fc.constantFrom('', 'Ali', 'ali', 'Zoé', 'Zoe', 'L’Haÿ', "L'Hay")
  fc.assert(
    fc.property(
      fc.array(fc.record({ name: word, territory: word, organisation: word }), { maxLength: 12 }),
      (all) => {
        const people = Object.fromEntries(all.map((one, i) => [`p${i}`, one]))
        const names = called(people).filter((name) => name !== '')
        expect(new Set(names).size).toBe(names.length)
      },
    ),
  )
})
