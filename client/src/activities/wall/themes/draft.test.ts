import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Draft, draftOf, dropGroup, moveNotes, onWall, rename, stacksOf } from './draft.ts'

let minted = 0
const mint = () => `g${minted++}`
const fresh = () => {
  minted = 0
  return draftOf(
    {
      grain: 3,
      themes: [
        { title: 'Vélos', words: ['vélos'], notes: ['a', 'b', 'c'] },
        { title: 'Arbres', words: [], notes: ['d', 'e'] },
      ],
      alone: ['f', 'g'],
    },
    mint,
  )
}
const shape = ({ groups, alone }: Draft) => [groups.map(({ title, notes }) => [title, ...notes]), alone]

test('[M69] notes go to another group, to a new one, or to none; an emptied group is gone', () => {
  expect(shape(moveNotes(fresh(), new Set(['a', 'f']), 'g1'))).toEqual([
    [
      ['Vélos', 'b', 'c'],
      ['Arbres', 'd', 'e', 'a', 'f'],
    ],
    ['g'],
  ])
  expect(shape(moveNotes(fresh(), new Set(['d', 'e', 'g']), 'new'))).toEqual([
    [
      ['Vélos', 'a', 'b', 'c'],
      ['', 'd', 'e', 'g'],
    ],
    ['f'],
  ])
  expect(shape(dropGroup(fresh(), 'g0'))).toEqual([[['Arbres', 'd', 'e']], ['f', 'g', 'a', 'b', 'c']])
  expect(fresh().touched).toBe(false)
  expect(rename(fresh(), 'g0', 'Roues')).toMatchObject({ groups: [{ title: 'Roues' }, {}], touched: true })
})

test('[M69] what is accepted are groups of two and more, of notes that are still there', () => {
  const draft = onWall(rename(fresh(), 'g0', '  Roues '), (id) => id !== 'd')
  expect(stacksOf(draft)).toEqual([{ stack: 'g0', title: 'Roues', notes: ['a', 'b', 'c'] }])
})

test('[M69] whatever is moved, each note stays in one place', () => {
  const all = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
  const moves = fc.array(fc.tuple(fc.subarray(all), fc.constantFrom('g0', 'g1', 'new', null)), {
    maxLength: 12,
  })
  fc.assert(
    fc.property(moves, (steps) => {
      const draft = steps.reduce((now, [notes, to]) => moveNotes(now, new Set(notes), to), fresh())
      const placed = [...draft.groups.flatMap((group) => group.notes), ...draft.alone]
      expect(placed.toSorted()).toEqual(all)
      expect(draft.groups.filter((group) => group.notes.length === 0)).toEqual([])
    }),
  )
})
