/** What may be dear is tried in a thread, which is ended when it takes too long [D19] [D21]. The thread is a real one. */
import { createRandom, type DocumentShape } from '@escale/shared'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { storm } from '../testkit/hostile-updates.ts'
import { letters, said, update } from './pieces.testkit.ts'
import { OPEN_MAX_MS, TRIAL_MAX_MS } from './sync-limits.ts'
import { Trials } from './trials.ts'

const SHAPE: DocumentShape = { roots: { text: { type: 'text' } }, maxBytes: 1, maxPieces: 1 }
const letter = (client: number, parent = 'text') => update([{ id: [client, 0], parent, ...said('x') }])
/** Takes a thread some tenths of a second; and some seconds, or more than this test waits. */
const DEAR = storm(1_500, createRandom('dear'))
const HOPELESS = storm(9_000, createRandom('hopeless'))

let trials: Trials
beforeEach(() => {
  // Only what the main thread waits for: the other has its own clock.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  trials = new Trials()
})
afterEach(async () => {
  await trials.stop()
  vi.useRealTimers()
})

/** Once there is an answer it is there; a moment of real time is enough to see that there is none. */
const stateOf = async (answer: Promise<unknown>): Promise<unknown> =>
  Promise.race([answer, new Promise((resolve) => setImmediate(() => resolve('waits')))])

test('the time counts from when the thread is there; each that is asked gets its own answer, in turn', async () => {
  const before = [update(letters(3))]
  const first = trials.canOpen(before)
  await vi.advanceTimersByTimeAsync(OPEN_MAX_MS + 1)
  expect(await stateOf(first)).toBe('waits')
  const answers = await Promise.all([
    first,
    trials.tryOut(before, letter(50), SHAPE),
    trials.tryOut(before, letter(51, 'elsewhere'), SHAPE),
    trials.tryOut(before, update([{ id: [52, 0], origin: [99, 0], ...said('x') }]), SHAPE),
    trials.tryOut([], DEAR, SHAPE),
    trials.canOpen([DEAR]),
    trials.tryOut([], update(letters(2)), SHAPE),
  ])
  const ms = expect.any(Number)
  const expected = [true, { ms, clients: [50] }, 'malformed', 'malformed', 'costly', false]
  expect(answers).toEqual([...expected, { ms, clients: [1, 2] }])

  // What takes too long is given up, and what waits behind it is tried by another thread, which has its time to start.
  const hopeless = trials.tryOut([], HOPELESS, SHAPE)
  const next = trials.tryOut([], letter(50), SHAPE)
  await vi.advanceTimersByTimeAsync(TRIAL_MAX_MS - 1)
  expect(await stateOf(hopeless)).toBe('waits')
  await vi.advanceTimersByTimeAsync(1)
  expect(await stateOf(hopeless)).toBe('costly')
  await vi.advanceTimersByTimeAsync(TRIAL_MAX_MS + 1)
  expect(await next).toEqual({ ms, clients: [50] })

  // Long after an answer nobody waits for it any more.
  await vi.advanceTimersByTimeAsync(10 * OPEN_MAX_MS)
  expect(await trials.canOpen(before)).toBe(true)

  // At the end nothing is tried any more: what waits is answered, and it is nobody’s fault.
  const left = [trials.tryOut([], HOPELESS, SHAPE), trials.tryOut([], letter(50), SHAPE), trials.canOpen([])]
  await trials.stop()
  expect(await Promise.all(left)).toEqual(['costly', 'costly', false])
  expect(await trials.tryOut([], letter(50), SHAPE)).toBe('costly')
  expect(await trials.canOpen([])).toBe(false)
}, 60_000)
