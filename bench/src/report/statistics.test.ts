import { describe, expect, it } from 'vitest'
import { median, percentile, ratio, spreadOf } from './statistics.ts'

describe('percentile', () => {
  it('takes the value at the nearest rank, whatever the order', () => {
    expect(percentile([5, 1, 4, 2, 3], 0.5)).toBe(3)
    expect(percentile([5, 1, 4, 2, 3], 0.99)).toBe(5)
    expect(percentile([5, 1, 4, 2, 3], 0)).toBe(1)
  })

  it('of a hundred values is the ninety-ninth, not the greatest, for 0.99', () => {
    const values = Array.from({ length: 100 }, (_, i) => i + 1)
    expect(percentile(values, 0.99)).toBe(99)
  })

  it('of nothing is not a number, so that it never looks quick', () => {
    expect(percentile([], 0.5)).toBeNaN()
  })

  it('leaves its values as they are', () => {
    const values = [3, 1, 2]
    percentile(values, 0.5)
    expect(values).toEqual([3, 1, 2])
  })
})

it('a spread names the middle, the tail and the worst', () => {
  expect(spreadOf([1, 2, 3, 4, 100])).toEqual({ p50: 3, p95: 100, p99: 100, max: 100 })
})

it('the median of an even count is the lower of the two in the middle', () => {
  expect(median([4, 1, 3, 2])).toBe(2)
})

describe('ratio', () => {
  it('says how many times the other is ours', () => {
    expect(ratio(10, 2)).toBe(5)
  })

  it('is not a number when one is missing or ours is nothing', () => {
    expect(ratio(undefined, 2)).toBeNaN()
    expect(ratio(10, undefined)).toBeNaN()
    expect(ratio(10, 0)).toBeNaN()
  })
})
