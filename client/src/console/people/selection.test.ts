import type { PersonLine } from '@escale/shared'
import { expect, test } from 'vitest'
import { inLine, joinedSince, lastTimeOf, withoutActivity } from './selection.ts'

const person = (id: string, rank: number, more: Partial<PersonLine> = {}): PersonLine => ({
  ...{ id, rank, role: 'participant', away: false, removed: false, hasDevice: true },
  ...{ name: id, organisation: '', territory: '', room: 'plenary', joinedAt: rank * 1_000 },
  ...more,
})
const people = [
  person('claire', 1, { role: 'facilitator', newcomer: true }),
  person('old', 2),
  person('new', 5, { newcomer: true }),
  person('gone', 6, { newcomer: true, removed: true }),
  person('second', 8, { outside: 'waiting' }),
  person('first', 7, { outside: 'waiting', newcomer: true }),
  person('before', 9, { joinedAt: undefined } as Partial<PersonLine>),
]

test('[S41] by a time: who joined then or later, never who drives, waits or is removed', () => {
  expect(joinedSince(people, 0)).toEqual(['old', 'new'])
  expect(joinedSince(people, 5_000)).toEqual(['new'])
  expect(joinedSince(people, 5_001)).toEqual([])
})

test('[S41] without activity', () => expect(withoutActivity(people)).toEqual(['new']))

test('[S40] the line is in order of arrival', () =>
  expect(inLine(people).map((p) => p.id)).toEqual(['first', 'second']))

test('a time of day is the last one that was, in the session’s time: around midnight, yesterday’s', () => {
  // Four hours ahead of UTC all the year.
  const zone = 'Indian/Reunion'
  const at = (day: number, hours: number, minutes: number) => Date.UTC(2026, 2, day, hours - 4, minutes)
  expect(lastTimeOf(zone, '14:05', at(3, 15, 0))).toBe(at(3, 14, 5))
  expect(lastTimeOf(zone, '14:05', at(3, 14, 5))).toBe(at(3, 14, 5))
  expect(lastTimeOf(zone, '23:50', at(3, 0, 10))).toBe(at(2, 23, 50))
  for (const none of ['', '24:00', '1:00', '10:60'])
    expect(lastTimeOf(zone, none, at(3, 12, 0))).toBeUndefined()
})
