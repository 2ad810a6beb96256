import { beforeEach, expect, test } from 'vitest'
import { keptChoice } from './kept-here.ts'
import { forgetKnown, KNOWN_SESSIONS_MAX, knownSessions, rememberSession } from './known-sessions.ts'

beforeEach(() => localStorage.clear())

const one = (session: string, at: number, as: 'facilitator' | 'participant' = 'facilitator') => ({
  session,
  as,
  title: `Atelier ${session}`,
  at,
})

test('the last entered comes first, once in each place, under its present title', () => {
  rememberSession(one('a', 1))
  rememberSession(one('b', 2))
  rememberSession(one('a', 3, 'participant'))
  rememberSession({ ...one('a', 4), title: 'Autre nom' })
  expect(knownSessions().map(({ session, as, title }) => [session, as, title])).toEqual([
    ['a', 'facilitator', 'Autre nom'],
    ['a', 'participant', 'Atelier a'],
    ['b', 'facilitator', 'Atelier b'],
  ])
  forgetKnown('a', 'facilitator')
  expect(knownSessions().map(({ session, as }) => `${session} ${as}`)).toEqual([
    'a participant',
    'b facilitator',
  ])
})

test('the oldest make room, and what somebody else wrote there is no session', () => {
  for (let n = 0; n < KNOWN_SESSIONS_MAX + 2; n++) rememberSession(one(`s${n}`, n))
  expect(knownSessions()).toHaveLength(KNOWN_SESSIONS_MAX)
  expect(knownSessions().at(-1)?.session).toBe('s2')
  for (const rubbish of ['{', '{}', '[null, 1, {"session": 3}]']) {
    localStorage.setItem(keptChoice('sessions'), rubbish)
    expect(knownSessions()).toEqual([])
  }
})
