import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paceOf } from './pace.ts'

describe('ahead or behind', () => {
  it('is on time within a minute either way', () => {
    expect([0, 59_999, -59_999].map((ms) => paceOf(ms).is)).toEqual(['on-time', 'on-time', 'on-time'])
  })

  it('counts whole minutes', () => {
    expect(paceOf(3 * 60_000 + 40_000)).toEqual({ is: 'behind', minutes: 3 })
    expect(paceOf(-61_000)).toEqual({ is: 'ahead', minutes: 1 })
  })

  it('never says late or early by nought', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e8, max: 1e8 }), (ms) => {
        const pace = paceOf(ms)
        expect(pace.is === 'on-time').toBe(pace.minutes === 0)
      }),
    )
  })
})
