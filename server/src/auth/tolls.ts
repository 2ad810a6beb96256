/**
 * What is tried more often than people do is not refused: it waits a moment, or pays with a puzzle, and is then dealt with
 * like any other. So whoever is right gets through behind an address from which somebody guesses. ADR 0017.
 */
import type { Puzzle } from '@escale/shared'
import { Buckets } from './buckets.ts'
import { Puzzles } from './puzzles.ts'
import type { RateLimits, RateName } from './rate-limits.ts'

interface Toll {
  /** Rates within which nothing is asked. All of them must have room; the first may owe `debt`, and one waits for that. */
  readonly free: readonly RateName[]
  readonly debt: number
  /** Work that the first puzzle is worth, as a power of two of hashes. */
  readonly bits: number
  /** After so many paid passes the work is twice as much… */
  readonly doublesAfter: number
  /** …of which so many are forgotten each second. In the long run no more can pass. */
  readonly perSecond: number
  /** Nobody's telephone is asked for more; then it is `rate-limited`, until some are forgotten. */
  readonly bitsMax: number
}

export const TOLLS = {
  code: {
    free: ['wrongCodesPerAddress', 'wrongCodesPerProcess'],
    debt: 1,
    bits: 14,
    doublesAfter: 100,
    perSecond: 10,
    bitsMax: 20,
  },
  join: {
    free: ['unseenJoinsPerAddress', 'unseenJoinsPerSession'],
    debt: 0,
    bits: 14,
    doublesAfter: 50,
    perSecond: 1,
    bitsMax: 20,
  },
  create: {
    free: ['creationsPerAddress', 'creationsPerProcess'],
    debt: 0,
    bits: 15,
    doublesAfter: 20,
    perSecond: 0.5,
    bitsMax: 20,
  },
} as const satisfies Record<string, Toll>

export type TollName = keyof typeof TOLLS

/** A puzzle may be this much easier than what is asked now: the price rose while it was being solved. */
const TOLERATED_BITS = 2

export type Passage =
  | {
      readonly may: true
      /** Only after so many ms. */
      readonly afterMs: number
      /** It turned out to be nothing that counts. */
      readonly giveBack: () => void
    }
  /** The puzzle that opens; null: not even that does, for now. */
  | { readonly may: false; readonly puzzle: Puzzle | null }

export class Tolls {
  readonly #rates: RateLimits
  readonly #puzzles: Pick<Puzzles, 'issue' | 'redeem'>
  readonly #paid: Readonly<Record<TollName, Buckets>>

  constructor(
    rates: RateLimits,
    now: () => number = () => performance.now(),
    puzzles: Pick<Puzzles, 'issue' | 'redeem'> = new Puzzles(now),
  ) {
    this.#rates = rates
    this.#puzzles = puzzles
    this.#paid = Object.fromEntries(
      Object.entries(TOLLS).map(([name, { bits, bitsMax, doublesAfter, perSecond }]) => {
        const points = (bitsMax - bits + 1) * doublesAfter
        return [name, new Buckets({ points, duration: points / perSecond }, now)]
      }),
    ) as Record<TollName, Buckets>
  }

  /**
   * Asks to pass, in one step: what is granted is counted before anything is looked up.
   * `keys`: for whom each of the free rates is counted. `within`: what has a price of its own. `header`: an answered puzzle.
   */
  pass(name: TollName, keys: readonly string[], header: string | undefined, within = ''): Passage {
    const { free, debt } = TOLLS[name]
    const owed = (at: number): number => (at === 0 ? debt : 0)
    const taken: (() => void)[] = []
    for (const [at, rate] of free.entries()) {
      const key = keys[at] ?? ''
      if (!this.#rates.take(rate, key, owed(at))) {
        for (const giveBack of taken) giveBack()
        return this.#pay(name, `${name}\n${keys.join('\n')}\n${within}`, header, within)
      }
      taken.push(() => this.#rates.giveBack(rate, key))
    }
    const afterMs = this.#rates.owedFor(free[0], keys[0] ?? '')
    return { may: true, afterMs, giveBack: () => taken.forEach((giveBack) => void giveBack()) }
  }

  #pay(name: TollName, purpose: string, header: string | undefined, within: string): Passage {
    const { bits, doublesAfter } = TOLLS[name]
    const paid = this.#paid[name]
    const left = paid.left(within)
    if (left < 1) return { may: false, puzzle: null }
    const price = bits + Math.floor((paid.rate.points - left) / doublesAfter)
    if (
      header === undefined ||
      !this.#puzzles.redeem(purpose, header, Math.max(bits, price - TOLERATED_BITS))
    )
      return { may: false, puzzle: this.#puzzles.issue(purpose, price) }
    paid.take(within)
    return { may: true, afterMs: 0, giveBack: () => paid.giveBack(within) }
  }
}
