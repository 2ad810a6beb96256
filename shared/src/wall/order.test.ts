import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOrder, orderAt, orderBetween } from './order.ts'

const key = fc.nat({ max: 4e12 }).map(orderAt)

test('[M7] notes stand in the order of their time', () => {
  fc.assert(
    fc.property(fc.nat({ max: 4e12 }), fc.nat({ max: 4e12 }), (a, b) => {
      expect(orderAt(a) < orderAt(b)).toBe(a < b)
    }),
  )
  for (const odd of [Number.NaN, -5, Number.POSITIVE_INFINITY, 1e300])
    expect(isOrder(orderAt(odd))).toBe(true)
})

test('[M7] there is always room between two notes, at both ends, again and again', () => {
  fc.assert(
    fc.property(key, key, fc.array(fc.boolean(), { maxLength: 60 }), (a, b, turns) => {
      let [low, high]: [string | null, string | null] = a < b ? [a, b] : [b, a === b ? null : a]
      for (const up of turns) {
        const middle = orderBetween(low, high)
        expect(isOrder(middle)).toBe(true)
        if (low !== null) expect(middle > low).toBe(true)
        if (high !== null) expect(middle < high).toBe(true)
        if (up) low = middle
        else high = middle
      }
    }),
  )
  expect(isOrder(orderBetween(null, null))).toBe(true)
  expect(() => orderBetween('b', 'a')).toThrow(RangeError)
})
