/** What waits is kept by the browser: whose it is, for how long, and what is of no use (docs/spec/protocol.md, P10). */
import { beforeEach, expect, test } from 'vitest'
import type { Waiting } from './outbox.ts'
import { outboxStorage } from './outbox-storage.ts'

const DAY_MS = 24 * 60 * 60 * 1_000
const NOW = 2 * DAY_MS
const waiting = (id: string, at = NOW): Waiting => ({
  envelope: { id, command: { type: 'pause' } },
  person: 'léa',
  at,
})
beforeEach(() => localStorage.clear())

test('[P10] is kept by session and by role, one entry for each, until it is dropped', () => {
  const storage = outboxStorage('s', 'participant')
  storage.put(waiting('t-1'))
  storage.put(waiting('t-2', NOW - DAY_MS))
  localStorage.setItem('escale.other', '{}')
  const ids = (session: string, as: 'participant' | 'facilitator') =>
    outboxStorage(session, as)
      .load()
      .map(({ envelope }) => envelope.id)
      .toSorted()
  expect([ids('s', 'facilitator'), ids('t', 'participant'), localStorage.length]).toEqual([[], [], 3])
  expect(ids('s', 'participant')).toEqual(['t-1', 't-2'])
  storage.drop('t-1')
  expect(ids('s', 'participant')).toEqual(['t-2'])
})

test('what is not of our form is of no use, and is taken away', () => {
  const storage = outboxStorage('s', 'participant')
  storage.put(waiting('good'))
  const [key = ''] = Object.keys(localStorage)
  const { envelope, person, at } = waiting('x')
  const damaged: readonly unknown[] = [
    ...[null, 7, 'text', [], {}, { envelope, person }, { envelope, at }, { person, at }],
    ...[
      { envelope, person, at: '7' },
      { envelope, person: 7, at },
      { envelope: 'x', person, at },
    ],
  ]
  for (const [i, value] of damaged.entries()) localStorage.setItem(`${key}${i}`, JSON.stringify(value))
  localStorage.setItem(`${key}cut`, '{"at":')
  expect(storage.load()).toEqual([waiting('good')])
  expect(Object.keys(localStorage)).toEqual([key])
})

test('where the browser refuses to keep anything all goes on, without it', () => {
  const kept = Object.getOwnPropertyDescriptor(globalThis, 'localStorage')
  const refuse = (): never => {
    throw new DOMException('refused', 'SecurityError')
  }
  Object.defineProperty(globalThis, 'localStorage', { configurable: true, get: refuse })
  try {
    expect(() => localStorage).toThrow('refused')
    const storage = outboxStorage('s', 'participant')
    storage.put(waiting('t-1'))
    storage.drop('t-1')
    expect(storage.load()).toEqual([])
  } finally {
    // The page is also that of other files.
    if (kept) Object.defineProperty(globalThis, 'localStorage', kept)
    else Reflect.deleteProperty(globalThis, 'localStorage')
  }
})
