/**
 * How long a document rests between two relays. While the event loop is idle an update leaves at once; the busier the loop,
 * the longer updates gather, because one frame that says many costs each socket a single write. What counts is the load of
 * the whole process, not the rate of one document: twenty busy documents are as much work as one that is twenty times busier.
 */
import { type EventLoopUtilization, performance } from 'node:perf_hooks'
import { GATHER_FROM_LOAD, GATHER_MOST_FROM_LOAD, REST_MAX_MS, STORM_UPDATES } from './sync-limits.ts'

/** Less than this is too short to tell how busy the loop is, ms. */
const SAMPLE_MS = 20
/** A busier or calmer moment is believed after about this long, ms. */
const MEMORY_MS = 150

/** The share of time in which the event loop works, 0 to 1, as it has been lately. */
export class LoopLoad {
  #seen: EventLoopUtilization = performance.eventLoopUtilization()
  #seenAt = performance.now()
  #load = 0

  get recent(): number {
    const at = performance.now()
    const ms = at - this.#seenAt
    if (ms < SAMPLE_MS) return this.#load
    const seen = performance.eventLoopUtilization()
    const { utilization } = performance.eventLoopUtilization(seen, this.#seen)
    this.#seen = seen
    this.#seenAt = at
    this.#load += (utilization - this.#load) * (1 - Math.exp(-ms / MEMORY_MS))
    return this.#load
  }
}

/**
 * How long to gather before the next relay, ms.
 * @param load share of the event loop's time that is taken, 0 to 1
 * @param updates how many the last relay told
 * @param relayMs how long the last relay kept the loop
 */
export function restAfterRelay(load: number, updates: number, relayMs: number): number {
  const share = (load - GATHER_FROM_LOAD) / (GATHER_MOST_FROM_LOAD - GATHER_FROM_LOAD)
  const byLoad = Math.min(1, Math.max(0, share)) * REST_MAX_MS
  // In a storm everybody waits a little longer so that all together cost a fraction; and one document with a thousand
  // readers never takes more than half of the loop.
  return Math.max(byLoad, updates >= STORM_UPDATES ? REST_MAX_MS : 0, Math.min(relayMs, REST_MAX_MS))
}
