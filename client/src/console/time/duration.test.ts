import { limits } from '@escale/shared'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDuration, showDuration, showMinutes } from './duration.ts'

const min = 60_000

describe('the duration field', () => {
  it.each([
    ['5', 5 * min],
    ['5 min', 5 * min],
    ['5mn', 5 * min],
    ['5’', 5 * min],
    ['2,5', 2.5 * min],
    ['45 s', 45_000],
    ['45s', 45_000],
    ['90 sec', 90_000],
    ['1:30', 90_000],
    ['1:30:00', 90 * min],
    ['1h30', 90 * min],
    ['1 h 30 min', 90 * min],
    ['1 heure', 60 * min],
    ['2 H', 120 * min],
    ['5min30', 5.5 * min],
    ['5\u00a0min\u202f30 s', 5.5 * min],
    ['1 h 05', 65 * min],
  ])('understands « %s »', (typed, ms) => {
    expect(parseDuration(typed)).toBe(ms)
  })

  it.each([
    '',
    ' ',
    'abc',
    '5 patates',
    '-3',
    '0',
    '0 s',
    '30 min 1 h',
    '1 30',
    '1:75',
    '13 h',
    '5 min 3 min',
    '1h30min5min',
    '1e3',
  ])('does not guess at « %s »', (typed) => {
    expect(parseDuration(typed)).toBeUndefined()
  })

  it('reads back what it shows, for every whole second that is allowed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: limits.DURATION_MIN_MS / 1_000, max: limits.DURATION_MAX_MS / 1_000 }),
        (seconds) => {
          expect(parseDuration(showDuration(seconds * 1_000))).toBe(seconds * 1_000)
        },
      ),
    )
  })

  it('never throws and never leaves the bounds, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789 hmins:.,’"\u00a0-é') }), (typed) => {
        const ms = parseDuration(typed)
        if (ms === undefined) return
        expect(ms).toBeGreaterThanOrEqual(limits.DURATION_MIN_MS)
        expect(ms).toBeLessThanOrEqual(limits.DURATION_MAX_MS)
        expect(ms % 1_000).toBe(0)
      }),
    )
  })
})

describe('a shown duration', () => {
  it('is short and in the words of a clock', () => {
    expect([0, 45_000, 5 * min, 90_000, 60 * min, 95 * min, 3_615_000].map(showDuration)).toEqual([
      '0\u00a0s',
      '45\u00a0s',
      '5\u00a0min',
      '1\u00a0min\u00a030\u00a0s',
      '1\u00a0h',
      '1\u00a0h\u00a035',
      '1\u00a0h\u00a015\u00a0s',
    ])
  })
})

describe('a stretch of the plan', () => {
  it('is told in whole minutes, never as 19 min 36 s, and never as nothing when there is something', () => {
    expect([0, 1, 36_000, 19 * min + 36_000, 60 * min + 12_000].map(showMinutes)).toEqual([
      '0\u00a0s',
      '1\u00a0min',
      '1\u00a0min',
      '20\u00a0min',
      '1\u00a0h',
    ])
  })
})
