import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LoopLoad, restAfterRelay } from './relay-pace.ts'
import {
  GATHER_FROM_LOAD,
  GATHER_MOST_FROM_LOAD,
  REST_MAX_MS,
  STORM_REST_MS,
  STORM_UPDATES,
} from './sync-limits.ts'

const aLoad = fc.double({ min: 0, max: 1, noNaN: true })
const someUpdates = fc.integer({ min: 1, max: 2 * STORM_UPDATES })

describe('[D17] how long updates gather', () => {
  it('is nothing while the loop has time', () => {
    expect(restAfterRelay(0, 1)).toBe(0)
    expect(restAfterRelay(GATHER_FROM_LOAD, STORM_UPDATES - 1)).toBe(0)
  })

  it('is as long as it may be when the loop has none', () => {
    expect(restAfterRelay(GATHER_MOST_FROM_LOAD, 1)).toBe(REST_MAX_MS)
    expect(restAfterRelay(1, 1)).toBe(REST_MAX_MS)
  })

  it('is a moment in a storm, on an idle loop too', () => {
    expect(restAfterRelay(0, STORM_UPDATES)).toBe(STORM_REST_MS)
    expect(restAfterRelay(0, STORM_UPDATES - 1)).toBe(0)
  })

  it('halfway between the two loads is a quarter, so that half a load is hardly felt', () => {
    expect(restAfterRelay((GATHER_FROM_LOAD + GATHER_MOST_FROM_LOAD) / 2, 1)).toBeCloseTo(REST_MAX_MS / 4)
  })

  it('never grows shorter with the load, and never passes its bound', () => {
    void fc.assert(
      fc.property(aLoad, aLoad, someUpdates, (one, other, updates) => {
        const calm = restAfterRelay(Math.min(one, other), updates)
        const busy = restAfterRelay(Math.max(one, other), updates)
        expect(calm).toBeGreaterThanOrEqual(0)
        expect(busy).toBeGreaterThanOrEqual(calm)
        expect(busy).toBeLessThanOrEqual(REST_MAX_MS)
      }),
    )
  })
})

/** Keeps the loop for `ms`, then lets it turn once. */
async function work(ms: number): Promise<void> {
  const until = performance.now() + ms
  while (performance.now() < until);
  await new Promise((resolve) => setImmediate(resolve))
}

it('[D17] a loop that works is seen to be busy, and calm again when it rests', async () => {
  const load = new LoopLoad()
  for (let i = 0; i < 20; i++) {
    await work(30)
    load.recent
  }
  const busy = load.recent
  await new Promise((resolve) => setTimeout(resolve, 600))
  expect(busy).toBeGreaterThan(0.7)
  expect(load.recent).toBeLessThan(0.5)
})
