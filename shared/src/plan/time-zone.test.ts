import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_TIME_ZONE, dayIn, instantIn, timeZoneOf, wallTimeIn } from './time-zone.ts'
import { Settings } from './workshop.ts'

const EVENING = Date.UTC(2020, 3, 24, 22, 30)

describe('[S26] a session is in one place’s time', () => {
  test('its day is the day there', () => {
    const zones = ['UTC', 'America/Lima', 'Europe/Paris', 'Pacific/Auckland']
    expect(zones.map((zone) => dayIn(zone, EVENING))).toEqual([
      '2020-04-24',
      '2020-04-24',
      '2020-04-25',
      '2020-04-25',
    ])
  })

  test('what its clocks show is read as what it was, to the minute', () => {
    const from = Date.UTC(2020, 0, 1) / 60_000
    const zones = fc.constantFrom(
      'UTC',
      'Europe/Paris',
      'Indian/Reunion',
      'Asia/Kathmandu',
      'America/St_Johns',
    )
    fc.assert(
      fc.property(zones, fc.integer({ min: from, max: from + 20 * 366 * 1_440 }), (zone, minute) => {
        const shown = wallTimeIn(zone, minute * 60_000)
        // In the hour that a change of clocks repeats, two times show alike; what is shown must still be the same.
        expect(wallTimeIn(zone, instantIn(zone, shown) ?? 0)).toBe(shown)
      }),
    )
    expect(instantIn('Indian/Reunion', '2027-04-24T14:00')).toBe(Date.UTC(2027, 3, 24, 10))
    expect(instantIn('Europe/Paris', '2027-04-24T14:00')).toBe(Date.UTC(2027, 3, 24, 12))
    expect(instantIn('Europe/Paris', '2027-01-24T14:00')).toBe(Date.UTC(2027, 0, 24, 13))
    // The hour that is left out, and the hours around both changes.
    const after = [
      '2027-03-28T01:59',
      '2027-03-28T02:30',
      '2027-03-28T03:00',
      '2027-10-31T01:59',
      '2027-10-31T03:00',
    ]
    expect(after.map((shown) => wallTimeIn('Europe/Paris', instantIn('Europe/Paris', shown) ?? 0))).toEqual(
      after.map((shown) => shown.replace('02:30', '03:30')),
    )
  })

  test('half a time is none, and a year that is being typed is one', () => {
    const nothing = ['', 'midi', '2027-13-01T10:00'].map((text) => instantIn('UTC', text))
    expect(nothing).toEqual([null, null, null])
    expect(wallTimeIn('UTC', instantIn('UTC', '0202-04-24T14:00') ?? 0)).toBe('0202-04-24T14:00')
  })

  test('one that says none, or one that nobody knows here, is in Paris', () => {
    expect([{}, { timeZone: null }, { timeZone: 'Nulle/Part' }].map(timeZoneOf)).toEqual(
      Array(3).fill(DEFAULT_TIME_ZONE),
    )
    expect(timeZoneOf({ timeZone: 'Indian/Reunion' })).toBe('Indian/Reunion')
  })

  test('what has not the form of a name is refused, whatever machine reads it', () => {
    const isTaken = (timeZone: unknown) => Settings.shape.timeZone.safeParse(timeZone).success
    const good = ['UTC', 'Europe/Paris', 'America/Argentina/Buenos_Aires', 'Etc/GMT+7', null, undefined]
    expect(good.map(isTaken)).toEqual(good.map(() => true))
    const bad = ['', '../../etc/passwd', '/Paris', 'Europe/', 'a b', 'A'.repeat(61), 7]
    expect(bad.map(isTaken)).toEqual(bad.map(() => false))
  })
})
