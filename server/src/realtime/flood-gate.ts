import type { ServerClock } from './clock.ts'

/** Events that one socket may send in a burst, and how fast the burst grows again. */
const BURST = 400
const PER_SECOND = 60
/** What an oversized event counts for: a person may paste too much a few times. */
const OVERSIZED_EVENTS = 20
/** Whole frames are dear: no more than this, each second. */
const WHOLE_EVERY_MS = 1_000

/** Whether one socket keeps to what a person, or an honest program, can send. */
export class FloodGate {
  readonly #clock: ServerClock
  #tokens = BURST
  #seenAt: number
  #wholeAt = Number.NEGATIVE_INFINITY

  constructor(clock: ServerClock) {
    this.#clock = clock
    this.#seenAt = clock.now()
  }

  /** Counts one event; false when it is one too many. */
  pass(): boolean {
    return this.#take(1)
  }

  /** The same for one that was too large to be read. */
  passOversized(): boolean {
    return this.#take(OVERSIZED_EVENTS)
  }

  /** May it have another whole frame now? */
  passWhole(): boolean {
    const now = this.#clock.now()
    if (now - this.#wholeAt < WHOLE_EVERY_MS) return false
    this.#wholeAt = now
    return true
  }

  #take(events: number): boolean {
    const now = this.#clock.now()
    this.#tokens = Math.min(BURST, this.#tokens + (Math.max(0, now - this.#seenAt) / 1_000) * PER_SECOND)
    this.#seenAt = now
    this.#tokens -= events
    return this.#tokens >= 0
  }
}
