import { beforeEach, expect, test } from 'vitest'
import { RATES, RateLimits, type RateName } from './rate-limits.ts'

let ms: number
beforeEach(() => {
  ms = 1_000
})

/** How many at once, and in how many seconds all of them again. */
const EXPECTED: Readonly<Record<RateName, readonly [number, number]>> = {
  wrongCodesPerAddress: [30, 150],
  wrongCodesPerProcess: [2_000, 10],
  wrongSecretsPerAddress: [60, 180],
  unseenJoinsPerAddress: [300, 300],
  unseenJoinsPerSession: [600, 600],
  creationsPerAddress: [60, 600],
  creationsPerProcess: [600, 600],
  connectionsPerPerson: [60, 60],
  commandsPerPerson: [150, 10],
  commandsPerSession: [8_000, 10],
  picturesPerPerson: [30, 600],
  picturesPerSession: [600, 600],
  exportsPerPerson: [60, 60],
  proposalsPerSession: [60, 60],
}

test('[L20] the table covers every rate', () => {
  expect(Object.keys(EXPECTED).toSorted()).toEqual(Object.keys(RATES).toSorted())
})

test.each(Object.entries(EXPECTED) as [RateName, readonly [number, number]][])(
  '[L20] %s: so many at once and no more, the same again in its time, for each on its own',
  (name, [points, seconds]) => {
    const limits = new RateLimits(RATES, () => ms)
    const taken = (most: number) => {
      let count = 0
      while (count < most && limits.take(name, 'a')) count += 1
      return count
    }
    expect(taken(2 * points + 1)).toBe(points)
    expect(limits.take(name, 'b')).toBe(true)
    ms += (seconds * 1_000) / 2
    expect(taken(points)).toBe(points / 2)
    limits.giveBack(name, 'a')
    expect(taken(points)).toBe(1)
    expect([limits.take(name, 'a', 1), limits.take(name, 'a', 1)]).toEqual([true, false])
    expect(limits.owedFor(name, 'a')).toBeCloseTo((seconds * 1_000) / points, 5)
  },
)
