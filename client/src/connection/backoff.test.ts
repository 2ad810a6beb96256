// @vitest-environment node
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { retryDelay } from './backoff.ts'

const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

test('a reconnection waits between half a second and five seconds', () => {
  fc.assert(
    fc.property(chance, (c) => {
      const delay = retryDelay(c)
      expect(delay).toBeGreaterThanOrEqual(500)
      expect(delay).toBeLessThanOrEqual(5_000)
    }),
  )
})

test('a thousand people do not come back in the same second', () => {
  const perSecond = new Map<number, number>()
  for (let n = 0; n < 1_000; n += 1) {
    const second = Math.floor(retryDelay(n / 1_000) / 1_000)
    perSecond.set(second, (perSecond.get(second) ?? 0) + 1)
  }
  expect(Math.max(...perSecond.values())).toBeLessThanOrEqual(250)
})

test('a delay that the server asked for is never undercut', () => {
  fc.assert(
    fc.property(chance, fc.nat(60_000), (c, asked) => {
      expect(retryDelay(c, asked)).toBeGreaterThanOrEqual(asked)
    }),
  )
})

test('the whole spread is used: from the first moment to the last', () => {
  expect([retryDelay(0), retryDelay(0.5), retryDelay(1)]).toEqual([500, 2_750, 5_000])
  expect([retryDelay(0, 2_000), retryDelay(1, 2_000), retryDelay(0, -1)]).toEqual([2_000, 7_000, 0])
})
