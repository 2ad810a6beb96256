/** Does what concerns the same thing one after the other, so that the second finds what the first has done. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>()

  /** How many things there is work on: what is done is forgotten. */
  get size(): number {
    return this.#last.size
  }

  /** Resolves and rejects as `work` does. */
  async take<T>(of: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(of)
    const turn = (async () => {
      await before?.catch(() => undefined)
      return work()
    })()
    this.#last.set(of, turn)
    try {
      return await turn
    } finally {
      if (this.#last.get(of) === turn) this.#last.delete(of)
    }
  }
}
