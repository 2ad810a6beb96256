import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createSessionClock, type SessionClock } from './session-clock.ts'

const SKEW = 12 * 60 * 60 * 1_000
let clock: SessionClock
let slept = 0

/** The steady clock stands still while the device sleeps; the calendar, hours off, does not. */
const steady = () => performance.now() - slept
const server = () => performance.now() + 1_700_000_000_000

beforeEach(() => {
  vi.useFakeTimers()
  slept = 0
  clock = createSessionClock({
    ask: async () => server(),
    steady,
    calendar: () => performance.now() + SKEW,
  })
})
afterEach(() => {
  clock.stop()
  vi.useRealTimers()
})

test('before the first answer no time is given', () => expect(clock.read()).toBeNull())

test("the server's time is right with a calendar that is twelve hours off", async () => {
  clock.start()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(clock.read()).toEqual({ ms: server(), sure: true })
})

test('after a sleep no number is shown until the clock is set again, and then the right one', async () => {
  clock.start()
  await vi.advanceTimersByTimeAsync(1_000)
  slept += 70_000
  vi.advanceTimersByTime(0)
  expect(clock.read()?.sure).toBe(false)
  await vi.advanceTimersByTimeAsync(2_500)
  expect(clock.read()).toEqual({ ms: server(), sure: true })
})
