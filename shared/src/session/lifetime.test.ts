import { expect, test } from 'vitest'
import { goneAt } from './lifetime.ts'

const DAY_MS = 86_400_000

test('[E1] [E2] a session is gone after the days of its server; a workshop may say fewer, never more', () => {
  expect(goneAt(5, null, 90)).toBe(5 + 90 * DAY_MS)
  expect(goneAt(5, undefined, 90)).toBe(5 + 90 * DAY_MS)
  expect(goneAt(5, 7, 90)).toBe(5 + 7 * DAY_MS)
  expect(goneAt(5, 365, 90)).toBe(5 + 90 * DAY_MS)
})
