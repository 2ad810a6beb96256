import { afterEach, describe, expect, test } from 'vitest'
import { sessionTime } from './session-time.ts'

const NOON = Date.UTC(2027, 3, 24, 10)
const HOUR = 60 * 60_000
const device = process.env['TZ']

afterEach(() => {
  if (device === undefined) delete process.env['TZ']
  else process.env['TZ'] = device
})

describe('[S26] times of a session are told in its own zone', () => {
  test('whatever zone the device is in', () => {
    for (const zone of ['Europe/Paris', 'Indian/Reunion', 'America/Cayenne']) {
      process.env['TZ'] = zone
      const { hour, day, dayHour, isSameDay } = sessionTime('Indian/Reunion', 'fr')
      expect(hour(NOON)).toBe('14:00')
      // Its last hour there, where it is still the 24th.
      expect([day(NOON + 9.5 * HOUR), day(NOON + 10.5 * HOUR)]).toEqual(['24 avril', '25 avril'])
      expect(isSameDay(NOON, NOON + 9.5 * HOUR)).toBe(true)
      expect(isSameDay(NOON, NOON + 10.5 * HOUR)).toBe(false)
      expect([dayHour(NOON, NOON + HOUR), dayHour(NOON, NOON + 25 * HOUR)]).toEqual([
        '14:00',
        '24 avr., 14:00',
      ])
    }
  })

  test('the zone is named to whoever has another hour, in either language', () => {
    process.env['TZ'] = 'Europe/Paris'
    expect(sessionTime('Indian/Reunion', 'fr').hourAndZone(NOON)).toBe('14:00 (heure de La Réunion)')
    expect(sessionTime('Indian/Reunion', 'en').hourAndZone(NOON)).toBe('14:00 (Réunion Time)')
    // The name that holds in summer and in winter.
    expect(sessionTime('Europe/Paris', 'fr').zone).toBe('heure d’Europe centrale')
    // Another place where it is the same hour.
    expect(sessionTime('Europe/Brussels', 'fr').hourAndZone(NOON)).toBe('12:00')
  })

  test('one that this browser does not know is the device’s', () => {
    process.env['TZ'] = 'America/Cayenne'
    expect(sessionTime('Nulle/Part', 'fr').hourAndZone(NOON)).toBe('07:00')
  })
})
