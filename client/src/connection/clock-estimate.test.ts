// @vitest-environment node
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestEstimate, disagrees, type Probe } from './clock-estimate.ts'

const TWELVE_HOURS = 12 * 60 * 60 * 1_000
const delay = fc.double({ min: 0, max: 2_000, noNaN: true })

/** A probe as it would be seen with the server `offset` ahead and given delays there and back. */
const probe = (sentAt: number, there: number, back: number, offset: number): Probe => ({
  sentAt,
  serverMs: sentAt + there + offset,
  receivedAt: sentAt + there + back,
})

test('the error is at most half of the least round trip, whatever the skew', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -TWELVE_HOURS, max: TWELVE_HOURS, noNaN: true }),
      fc.array(fc.tuple(delay, delay), { minLength: 1, maxLength: 8 }),
      (offset, delays) => {
        const probes = delays.map(([there, back], n) => probe(n * 100, there, back, offset))
        const best = bestEstimate(probes)
        const least = Math.min(...delays.map(([there, back]) => there + back))
        expect(Math.abs((best?.offset ?? Number.NaN) - offset)).toBeLessThanOrEqual(least / 2 + 1e-3)
      },
    ),
  )
})

test('without an answer nothing is claimed', () => expect(bestEstimate([])).toBeUndefined())

test('a sleep or a clock that was set is noticed, a late timer is not', () => {
  expect(disagrees(1_000, 1_000 + 60_000)).toBe(true)
  expect(disagrees(1_000, 1_000 - TWELVE_HOURS)).toBe(true)
  expect(disagrees(1_000, 1_002)).toBe(false)
  expect([disagrees(0, 250), disagrees(0, 251), disagrees(0, -250), disagrees(0, -251)]).toEqual([
    false,
    true,
    false,
    true,
  ])
})

test('of several answers the quickest is believed, the first of equals', () => {
  const answers = [probe(0, 100, 10, 5), probe(200, 20, 20, 5), probe(400, 10, 30, 5), probe(600, 300, 1, 5)]
  expect(bestEstimate(answers)).toEqual({ offset: 5, roundTrip: 40 })
})
