/**
 * How long a document rests between two relays. While the event loop is idle an update leaves at once; the busier the loop,
 * the longer updates gather, because one frame that says many costs each socket a single write. What counts is the load of
 * the whole process, not the rate of one document: twenty busy documents are as much work as one that is twenty times busier.
 */
import { type EventLoopUtilization, performance } from 'node:perf_hooks'
import {
  GATHER_FROM_LOAD,
  GATHER_MOST_FROM_LOAD,
  REST_MAX_MS,
  STORM_REST_MS,
  STORM_UPDATES,
} from './sync-limits.ts'

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
 * How long to gather before the next relay, ms: little while half of the loop is free, and the longer the less of it is left.
 * @param load share of the event loop's time that is taken, 0 to 1
 * @param updates how many the last relay told
 */
export function restAfterRelay(load: number, updates: number): number {
  const share = Math.min(
    1,
    Math.max(0, (load - GATHER_FROM_LOAD) / (GATHER_MOST_FROM_LOAD - GATHER_FROM_LOAD)),
  )
  // In a storm everybody waits a little longer, so that all together cost a fraction.
  return Math.max(share ** 2 * REST_MAX_MS, updates >= STORM_UPDATES ? STORM_REST_MS : 0)
}
