import type { ServerClock } from './clock.ts'

/** Events that one socket may send in a burst, and how fast the burst grows again. */
const BURST = 400
const PER_SECOND = 60
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
    const now = this.#clock.now()
    this.#tokens = Math.min(BURST, this.#tokens + (Math.max(0, now - this.#seenAt) / 1_000) * PER_SECOND)
    this.#seenAt = now
    this.#tokens -= 1
    return this.#tokens >= 0
  }

  /** May it have another whole frame now? */
  passWhole(): boolean {
    const now = this.#clock.now()
    if (now - this.#wholeAt < WHOLE_EVERY_MS) return false
    this.#wholeAt = now
    return true
  }
}
