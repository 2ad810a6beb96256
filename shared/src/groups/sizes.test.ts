import { describe, expect, it, vi } from 'vitest'
import { splitSizes } from './sizes.ts'

// Thousands of splits: slow on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

const EIGHT_TO_TEN = { min: 8, max: 10 }

/** The ranges of docs/spec/groups.md with the headcounts (up to 400) that no number of groups fits. */
const RANGES: readonly (readonly [min: number, max: number, impossible: readonly number[]])[] = [
  [2, 3, [1]],
  [3, 4, [1, 2, 5]],
  [4, 5, [1, 2, 3, 6, 7, 11]],
  [4, 6, [1, 2, 3, 7]],
  [5, 8, [1, 2, 3, 4, 9]],
  [6, 8, [1, 2, 3, 4, 5, 9, 10, 11, 17]],
  [7, 10, [1, 2, 3, 4, 5, 6, 11, 12, 13]],
  [6, 10, [1, 2, 3, 4, 5, 11]],
  [8, 10, [1, 2, 3, 4, 5, 6, 7, 11, 12, 13, 14, 15, 21, 22, 23, 31]],
]

const groupsOf = (n: number, range = EIGHT_TO_TEN) => splitSizes(n, range).sizes.join(' ')

describe('splitting n people into sizes', () => {
  it.each(RANGES)(
    '[G1] is total, fair and legal for every n from 1 to 400 in %i to %i',
    (min, max, impossible) => {
      const found: number[] = []
      for (let n = 1; n <= 400; n++) {
        const { sizes, leftOver, reason, alternative } = splitSizes(n, { min, max })
        expect(sizes.reduce((a, b) => a + b, 0) + leftOver).toBe(n)
        for (const split of [sizes, alternative ?? []]) {
          if (split.length === 0) continue
          expect(Math.max(...split) - Math.min(...split)).toBeLessThanOrEqual(1)
          expect([...split].sort((a, b) => b - a)).toEqual(split)
        }
        if (reason === null) {
          expect(Math.min(...sizes)).toBeGreaterThanOrEqual(min)
          expect(Math.max(...sizes)).toBeLessThanOrEqual(max)
        } else found.push(n)
      }
      expect(found).toEqual(impossible)
    },
  )

  it.each(RANGES)('[G2] no other legal number of groups is nearer to the target in %i to %i', (min, max) => {
    const target = (min + max) / 2
    for (let n = 1; n <= 400; n++) {
      const { sizes, reason } = splitSizes(n, { min, max })
      if (reason !== null) continue
      const distance = (count: number) => Math.abs(n / count - target)
      for (let count = 1; count <= n; count++) {
        if (count * min > n || count * max < n || count === sizes.length) continue
        expect(distance(count)).toBeGreaterThanOrEqual(distance(sizes.length))
        if (distance(count) === distance(sizes.length)) expect(count).toBeLessThan(sizes.length)
      }
    }
  })

  it('[G2] comes nearest to nine in groups of eight to ten', () => {
    expect(groupsOf(8)).toBe('8')
    expect(groupsOf(16)).toBe('8 8')
    expect(groupsOf(32)).toBe('8 8 8 8')
    expect(groupsOf(40)).toBe('8 8 8 8 8')
    expect(groupsOf(50)).toBe('9 9 8 8 8 8')
    expect(groupsOf(63)).toBe('9 9 9 9 9 9 9')
    expect(splitSizes(100, EIGHT_TO_TEN).sizes).toEqual([10, ...Array<number>(10).fill(9)])
    expect(splitSizes(187, EIGHT_TO_TEN).sizes).toEqual([...Array<number>(19).fill(9), 8, 8])
    expect(splitSizes(199, EIGHT_TO_TEN).sizes).toEqual([10, ...Array<number>(21).fill(9)])
    expect(splitSizes(200, EIGHT_TO_TEN).sizes).toEqual([10, 10, ...Array<number>(20).fill(9)])
  })

  it('[G3] leaves one person in plenary, and makes one small group of fewer than the minimum', () => {
    expect(splitSizes(0, EIGHT_TO_TEN)).toMatchObject({ sizes: [], leftOver: 0, reason: 'nobody' })
    expect(splitSizes(1, EIGHT_TO_TEN)).toMatchObject({ sizes: [], leftOver: 1, reason: 'alone' })
    for (let n = 2; n < 8; n++)
      expect(splitSizes(n, EIGHT_TO_TEN)).toMatchObject({
        sizes: [n],
        leftOver: 0,
        reason: 'few',
        alternative: null,
      })
  })

  it.each([
    [11, '6 5', '11'],
    [12, '6 6', '12'],
    [13, '7 6', '13'],
    [14, '7 7', '14'],
    [15, '8 7', '15'],
    [21, '7 7 7', '11 10'],
    [22, '8 7 7', '11 11'],
    [23, '8 8 7', '12 11'],
    [31, '8 8 8 7', '11 10 10'],
  ])('[G4] %i people make %s, with %s on offer', (n, sizes, alternative) => {
    const split = splitSizes(n, EIGHT_TO_TEN)
    expect(split.sizes.join(' ')).toBe(sizes)
    expect(split.alternative?.join(' ')).toBe(alternative)
    expect(split.reason).toBe('between')
  })

  it('[G5] follows a chosen target', () => {
    expect(groupsOf(60, { min: 4, max: 10 })).toBe('7 7 7 7 7 7 6 6 6')
    expect(splitSizes(60, { min: 4, max: 10, target: 10 }).sizes).toEqual(Array<number>(6).fill(10))
    expect(splitSizes(60, { min: 4, max: 10, target: 4 }).sizes).toEqual(Array<number>(15).fill(4))
  })
})
