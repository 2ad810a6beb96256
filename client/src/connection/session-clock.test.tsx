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

/** A clock whose questions are counted, and answered when the test says so. */
function counted(answer: () => Promise<number> = async () => server()) {
  let asked = 0
  const own = createSessionClock({
    ask: () => {
      asked += 1
      return answer()
    },
    steady,
    calendar: () => performance.now() + SKEW,
  })
  return { own, asked: () => asked }
}

test('eight questions at first, three each minute afterwards, none once it has stopped', async () => {
  const { own, asked } = counted()
  own.start()
  await vi.advanceTimersByTimeAsync(2_000)
  expect(asked()).toBe(8)
  await vi.advanceTimersByTimeAsync(57_000)
  expect(asked()).toBe(8)
  await vi.advanceTimersByTimeAsync(4_000)
  expect(asked()).toBe(11)
  own.stop()
  await vi.advanceTimersByTimeAsync(180_000)
  expect(asked()).toBe(11)
})

test('when the page is seen again it asks anew; while it is hidden, and after the end, it does not', async () => {
  const { own, asked } = counted()
  own.start()
  await vi.advanceTimersByTimeAsync(1_000)
  const look = () => document.dispatchEvent(new Event('visibilitychange'))
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
  look()
  await vi.advanceTimersByTimeAsync(500)
  expect(asked()).toBe(8)
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(false)
  look()
  await vi.advanceTimersByTimeAsync(500)
  expect(asked()).toBe(11)
  own.stop()
  look()
  await vi.advanceTimersByTimeAsync(500)
  expect(asked()).toBe(11)
})

test('without an answer it stops asking, and begins anew with the connection; who listens hears of each change', async () => {
  let isConnected = false
  const { own, asked } = counted(async () => {
    if (!isConnected) throw new Error('not connected')
    return server()
  })
  let heard = 0
  const silence = own.subscribe(() => {
    heard += 1
  })
  own.start()
  await vi.advanceTimersByTimeAsync(1_000)
  expect([asked(), own.read(), heard, own.version()]).toEqual([1, null, 0, 0])
  isConnected = true
  own.start()
  await vi.advanceTimersByTimeAsync(2_000)
  expect([asked(), own.read()?.sure, heard, own.version()]).toEqual([9, true, 1, 1])
  slept += 70_000
  await vi.advanceTimersByTimeAsync(3_000)
  expect([heard, own.version()]).toEqual([3, 3])
  silence()
  slept += 70_000
  await vi.advanceTimersByTimeAsync(3_000)
  expect([heard, own.version()]).toEqual([3, 5])
  own.stop()
})

test('of two rounds the newer counts: an answer that comes late from the one before changes nothing', async () => {
  const answers: ((ms: number) => void)[] = []
  const { own } = counted(() => new Promise((resolve) => answers.push(resolve)))
  own.start()
  own.start()
  answers[0]?.(1)
  await vi.advanceTimersByTimeAsync(10)
  expect(own.read()).toBeNull()
  answers[1]?.(server())
  await vi.advanceTimersByTimeAsync(10)
  expect(own.read()?.sure).toBe(true)
  own.stop()
})
