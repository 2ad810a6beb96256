interface Kept<T> {
  readonly value: Promise<T>
  readonly giveUp: AbortController
  /** How many wait for it. */
  waiting: number
  /** Infinity while it is being made. */
  until: number
  bytes: number
}

export interface MemoryBounds<T> {
  /** How long an answer is kept once it is there, ms. */
  readonly ms: number
  readonly most: number
  /** All answers together; one alone may be larger, and is then kept for those who wait for it only. */
  readonly mostBytes?: number
  readonly bytesOf?: (value: T) => number
}

/**
 * Remembers the last few answers for a while, so that a whole group that asks for one thing has it made once. What nobody
 * waits for any more is given up.
 */
export class ShortMemory<T> {
  readonly #bounds: Required<MemoryBounds<T>>
  readonly #now: () => number
  readonly #kept = new Map<string, Kept<T>>()

  /** `now` in ms, of a clock that does not jump. */
  constructor(bounds: MemoryBounds<T>, now: () => number = () => performance.now()) {
    this.#bounds = { mostBytes: Number.POSITIVE_INFINITY, bytesOf: () => 0, ...bounds }
    this.#now = now
  }

  /** Is the answer known, or being made? */
  has(key: string): boolean {
    return (this.#kept.get(key)?.until ?? 0) > this.#now()
  }

  /**
   * The answer to `key`: the one that is known or being made, else what `make` gives. A failure is not remembered.
   * `gone`: whoever asks does not wait any more; when nobody does, the signal given to `make` is aborted.
   */
  get(key: string, make: (nobodyWaits: AbortSignal) => Promise<T>, gone?: AbortSignal): Promise<T> {
    const known = this.has(key) ? this.#kept.get(key) : undefined
    const kept = known ?? this.#begin(key, make)
    kept.waiting += 1
    gone?.addEventListener('abort', () => this.#leave(key, kept), { once: true })
    if (gone?.aborted) this.#leave(key, kept)
    return kept.value
  }

  #begin(key: string, make: (nobodyWaits: AbortSignal) => Promise<T>): Kept<T> {
    const giveUp = new AbortController()
    const value = make(giveUp.signal)
    const kept: Kept<T> = { value, giveUp, waiting: 0, until: Number.POSITIVE_INFINITY, bytes: 0 }
    this.#kept.delete(key)
    this.#kept.set(key, kept)
    value.then(
      (made) => {
        kept.until = this.#now() + this.#bounds.ms
        kept.bytes = this.#bounds.bytesOf(made)
        this.#forgetOldest()
      },
      () => this.#drop(key, kept),
    )
    return kept
  }

  #leave(key: string, kept: Kept<T>): void {
    kept.waiting -= 1
    if (kept.waiting > 0 || kept.until !== Number.POSITIVE_INFINITY) return
    this.#drop(key, kept)
    kept.giveUp.abort()
  }

  #drop(key: string, kept: Kept<T>): void {
    if (this.#kept.get(key) === kept) this.#kept.delete(key)
  }

  /** What is being made is not forgotten: somebody waits for it. */
  #forgetOldest(): void {
    const made = [...this.#kept].filter(([, { until }]) => until !== Number.POSITIVE_INFINITY)
    let bytes = made.reduce((sum, [, kept]) => sum + kept.bytes, 0)
    let count = made.length
    for (const [key, kept] of made) {
      if (count <= this.#bounds.most && bytes <= this.#bounds.mostBytes) return
      this.#kept.delete(key)
      bytes -= kept.bytes
      count -= 1
    }
  }
}
