import { UNKNOWN_MAX, UNKNOWN_WITHIN_MS } from './socket-limits.ts'

/** Lines that were opened and have not said who they are: bounded in number and in time. */
export class UnknownLines<Line extends object> {
  /** Line → when it was opened. In that order. */
  readonly #lines = new Map<Line, number>()
  readonly #cut: (line: Line) => void
  readonly #most: number

  constructor(cut: (line: Line) => void, most = UNKNOWN_MAX) {
    this.#cut = cut
    this.#most = most
  }

  /** One more, at monotonic `now`, ms. The oldest gives way: honest ones say who they are at once. */
  add(line: Line, now: number): void {
    this.#lines.set(line, now)
    const oldest = this.#lines.size > this.#most ? this.#lines.keys().next().value : undefined
    if (oldest !== undefined) this.#end(oldest)
  }

  /** It has said who it is, or has gone. */
  forget(line: Line): void {
    this.#lines.delete(line)
  }

  /** Cuts those that have been silent for too long. To be called every second or so. */
  sweep(now: number): void {
    for (const [line, since] of this.#lines) {
      if (now - since < UNKNOWN_WITHIN_MS) return
      this.#end(line)
    }
  }

  #end(line: Line): void {
    this.#lines.delete(line)
    this.#cut(line)
  }
}
