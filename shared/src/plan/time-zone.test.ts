import { describe, expect, test } from 'vitest'
import { DEFAULT_TIME_ZONE, dayIn, timeZoneOf } from './time-zone.ts'
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
