interface Kept<T> {
  readonly value: Promise<T>
  readonly until: number
}

/** Remembers the last few answers for a while, so that a whole group that asks for one thing has it made once. */
export class ShortMemory<T> {
  readonly #ms: number
  readonly #most: number
  readonly #now: () => number
  readonly #kept = new Map<string, Kept<T>>()

  /** `now` in ms, of a clock that does not jump. */
  constructor(ms: number, most: number, now: () => number = () => performance.now()) {
    this.#ms = ms
    this.#most = most
    this.#now = now
  }

  /** The answer to `key`: the one that is known or being made, else what `make` gives. A failure is not remembered. */
  get(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.#kept.get(key)
    if (known !== undefined && known.until > this.#now()) return known.value
    const value = make()
    this.#kept.delete(key)
    this.#kept.set(key, { value, until: this.#now() + this.#ms })
    value.catch(() => this.#kept.delete(key))
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#most) break
      this.#kept.delete(oldest)
    }
    return value
  }
}
