import { HEAVY_BYTES_PER_MS } from './sync-limits.ts'

/** Answers, at once or in a moment, and then says how many bytes it took. */
type Answer = (passed: (bytes: number) => void) => void

/**
 * Lets heavy answers out one after the other, at a pace that leaves room for what others write meanwhile: on the event loop,
 * and on the line, which all share.
 */
export class Turnstile {
  readonly #waiting: Answer[] = []
  /** When the next may pass, ms. */
  #freeAt = Number.NEGATIVE_INFINITY
  readonly #now: () => number

  /** @param now monotonic, ms */
  constructor(now: () => number) {
    this.#now = now
  }

  pass(answer: Answer): void {
    this.#waiting.push(answer)
    if (this.#waiting.length === 1) this.#wait()
  }

  #wait(): void {
    const ms = this.#freeAt - this.#now()
    if (ms > 0) setTimeout(() => this.#next(), ms)
    else setImmediate(() => this.#next())
  }

  #next(): void {
    const began = this.#now()
    this.#waiting[0]?.((bytes) => {
      this.#freeAt = began + bytes / HEAVY_BYTES_PER_MS
      this.#waiting.shift()
      if (this.#waiting.length > 0) this.#wait()
    })
  }
}
