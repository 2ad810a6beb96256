import { limits } from '@escale/shared'
import type { ServerClock } from './clock.ts'

/** What participants do is told at most this often. */
const ACTS_TOLD_MS = 40

/** `now`: a facilitator has done something. `acts`: a participant has. `calm`: people come and go. */
export type Pace = 'now' | 'acts' | 'calm'

/** When what has changed is told: at once what facilitators do, the rest together. */
export class TellingPace {
  readonly #clock: ServerClock
  readonly #tell: (calm: boolean) => void
  #toldAt = 0
  #calmAt = 0
  #tellsAt = Number.POSITIVE_INFINITY
  #cancel: (() => void) | undefined

  /** `tell`: with `calm`, also what is told calmly only. */
  constructor(clock: ServerClock, tell: (calm: boolean) => void) {
    this.#clock = clock
    this.#tell = tell
  }

  /** Something has changed, and is told at this pace. */
  changed(pace: Pace): void {
    const now = this.#clock.now()
    const at =
      pace === 'now'
        ? now
        : pace === 'acts'
          ? Math.max(now, this.#toldAt + ACTS_TOLD_MS)
          : Math.max(now, this.#calmAt + limits.COALESCE_MS)
    if (at <= now) {
      this.tellNow(pace !== 'acts' || now >= this.#calmAt + limits.COALESCE_MS)
      return
    }
    if (at >= this.#tellsAt) return
    this.#cancel?.()
    this.#tellsAt = at
    this.#cancel = this.#clock.at(at, () => this.tellNow(at >= this.#calmAt + limits.COALESCE_MS))
  }

  tellNow(calm: boolean): void {
    this.#cancel?.()
    this.#cancel = undefined
    this.#tellsAt = Number.POSITIVE_INFINITY
    this.#toldAt = this.#clock.now()
    if (calm) this.#calmAt = this.#toldAt
    this.#tell(calm)
    // What is told calmly only and was left out now still has to be told.
    if (!calm) this.changed('calm')
  }

  close(): void {
    this.#cancel?.()
  }
}
