import type { ServerClock } from '../clock.ts'

/** Does something at once, and then at most every so often, however often it is asked for. */
export class Pace {
  readonly #clock: ServerClock
  readonly #everyMs: number
  readonly #run: () => void
  #ranAt = Number.NEGATIVE_INFINITY
  #dueAt = Number.POSITIVE_INFINITY
  #cancel: (() => void) | undefined

  constructor(clock: ServerClock, everyMs: number, run: () => void) {
    this.#clock = clock
    this.#everyMs = everyMs
    this.#run = run
  }

  /** Asks for it, not before `instant`. An earlier wish stands. */
  ask(instant = Number.NEGATIVE_INFINITY): void {
    const now = this.#clock.now()
    const at = Math.max(now, instant, this.#ranAt + this.#everyMs)
    if (at >= this.#dueAt) return
    this.close()
    this.#dueAt = at
    // Also what is due now waits for the turn's end: what comes together is told together.
    this.#cancel = this.#clock.at(at, () => {
      this.#dueAt = Number.POSITIVE_INFINITY
      this.#ranAt = this.#clock.now()
      this.#run()
    })
  }

  close(): void {
    this.#cancel?.()
    this.#cancel = undefined
    this.#dueAt = Number.POSITIVE_INFINITY
  }
}
