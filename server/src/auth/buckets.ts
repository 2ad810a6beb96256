/** `points` at once, and again in `duration` seconds, steadily. */
export interface Rate {
  readonly points: number
  readonly duration: number
}

interface Bucket {
  left: number
  /** ms */
  at: number
}

/** Keys that are remembered; of more, the one that was quiet longest is forgotten and begins anew. */
const KEYS_MAX = 20_000

/** A bucket for each key, which fills steadily. Memory is bounded however many keys come; every call is one step. */
export class Buckets {
  readonly rate: Rate
  readonly #now: () => number
  readonly #keysMax: number
  /** In the order in which they were last used. */
  readonly #buckets = new Map<string, Bucket>()

  /** `now`: monotonic ms. */
  constructor(rate: Rate, now: () => number, keysMax = KEYS_MAX) {
    this.rate = rate
    this.#now = now
    this.#keysMax = keysMax
  }

  /** How many points are left, fractions included. Takes nothing. */
  left(key: string): number {
    const bucket = this.#buckets.get(key)
    return bucket === undefined ? this.rate.points : this.#filled(bucket)
  }

  /** Takes one point when there is one; it may be owed as long as no more than `debt` are. */
  take(key: string, debt = 0): boolean {
    const left = this.left(key) - 1
    if (left < -debt) return false
    this.#put(key, left)
    return true
  }

  /** Gives back a point that was taken. */
  giveBack(key: string): void {
    this.#put(key, Math.min(this.rate.points, this.left(key) + 1))
  }

  /** ms until nothing is owed any more. */
  owedFor(key: string): number {
    return (Math.max(0, -this.left(key)) * this.rate.duration * 1_000) / this.rate.points
  }

  /** How many keys are remembered. */
  get size(): number {
    return this.#buckets.size
  }

  #filled({ left, at }: Bucket): number {
    const { points, duration } = this.rate
    return Math.min(points, left + (Math.max(0, this.#now() - at) / 1_000) * (points / duration))
  }

  #put(key: string, left: number): void {
    this.#buckets.delete(key)
    this.#buckets.set(key, { left, at: this.#now() })
    const oldest = this.#buckets.size > this.#keysMax ? this.#buckets.keys().next() : undefined
    if (oldest?.value !== undefined) this.#buckets.delete(oldest.value)
  }
}
