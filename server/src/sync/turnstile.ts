/** Lets heavy answers out one in each turn of the event loop, so that what others write goes out between them. */
export class Turnstile {
  readonly #waiting: (() => void)[] = []

  pass(answer: () => void): void {
    this.#waiting.push(answer)
    if (this.#waiting.length === 1) setImmediate(() => this.#next())
  }

  #next(): void {
    try {
      this.#waiting[0]?.()
    } finally {
      this.#waiting.shift()
      if (this.#waiting.length > 0) setImmediate(() => this.#next())
    }
  }
}
