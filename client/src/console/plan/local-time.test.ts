import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromLocalField, toLocalField } from './local-time.ts'

it('reads back every minute that it writes', () => {
  const from = Date.UTC(2020, 0, 1) / 60_000
  fc.assert(
    fc.property(fc.integer({ min: from, max: from + 20 * 366 * 1_440 }), (minute) => {
      const shown = toLocalField(minute * 60_000)
      // In the hour that a change of clocks repeats, two times show alike; what is shown must still be the same.
      expect(toLocalField(fromLocalField(shown))).toBe(shown)
    }),
  )
})

it('takes an empty field for no announced time', () => {
  expect(fromLocalField('')).toBeNull()
  expect(toLocalField(null)).toBe('')
})
