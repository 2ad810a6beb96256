import { expect, test } from 'vitest'
import { dayOf } from './day.ts'

const at = (year: number, month: number, day: number) => new Date(year, month - 1, day, 12).getTime()
const now = at(2026, 11, 30)

test.each([
  [at(2026, 12, 28), 'fr', '28 décembre'],
  [at(2027, 3, 1), 'fr', '1er mars 2027'],
  [at(2026, 12, 1), 'en', '1 December'],
  [at(2027, 2, 28), 'en', '28 February 2027'],
])('[E3] a day is said as people say it (%i %s)', (ms, language, said) => {
  expect(dayOf(ms, language, now)).toBe(said)
})
