import { describe, expect, it } from 'vitest'
import { conflictOf, unitsOf } from './units.ts'

const people = ['a', 'b', 'c', 'd', 'e', 'f']

describe('[G12] who is never split', () => {
  it('sits as one, through whoever belongs to two parties; all others are one each, in their order', () => {
    expect(unitsOf(people, [])).toEqual([[0], [1], [2], [3], [4], [5]])
    expect(unitsOf(people, [['b', 'd']])).toEqual([[0], [1, 3], [2], [4], [5]])
    expect(
      unitsOf(people, [
        ['f', 'b'],
        ['a', 'e'],
        ['e', 'f'],
      ]),
    ).toEqual([[0, 1, 4, 5], [2], [3]])
    expect(
      unitsOf(people, [
        ['a', 'b'],
        ['c', 'd'],
        ['d', 'b', 'e'],
      ]),
    ).toEqual([[0, 1, 2, 3, 4], [5]])
  })

  it('is not kept for whoever is not there', () => {
    expect(unitsOf(people, [['gone', 'b', 'away', 'c'], ['gone', 'a'], ['away'], []])).toEqual([
      ...[[0], [1, 2], [3], [4], [5]],
    ])
    expect(unitsOf([], [['a', 'b']])).toEqual([])
  })
})

describe('[G12] what can be told to be impossible', () => {
  const units = unitsOf(people, [['a', 'b', 'c']])
  const conflict = (apart: readonly (readonly [string, string])[], largest: number) =>
    conflictOf(people, units, apart, largest)

  it('is a party that is larger than the largest group', () => {
    expect(conflict([], 3)).toBeUndefined()
    expect(conflict([], 2)).toEqual({ conflict: 'together-too-large', people: ['a', 'b', 'c'] })
    // Where there is no group at all, everybody alone fits as well as may be.
    expect(conflictOf(people, unitsOf(people, []), [], 0)).toBeUndefined()
  })

  it('is a pair that must be together and apart', () => {
    expect(
      conflict(
        [
          ['a', 'd'],
          ['e', 'f'],
          ['gone', 'a'],
        ],
        6,
      ),
    ).toBeUndefined()
    expect(
      conflict(
        [
          ['a', 'd'],
          ['c', 'b'],
        ],
        6,
      ),
    ).toEqual({ conflict: 'together-and-apart', people: ['c', 'b'] })
  })
})
