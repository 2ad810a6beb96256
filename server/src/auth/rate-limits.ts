import { Buckets, type Rate } from './buckets.ts'

export type { Rate } from './buckets.ts'

/**
 * What may be done how often: `points` at once, again in `duration` seconds. A whole ministry may sit behind one address:
 * per address there are only things that people seldom do, and what is over the rate goes on by a toll (`tolls.ts`).
 */
export const RATES = {
  wrongCodesPerAddress: { points: 30, duration: 150 },
  /** All addresses together: whatever their number, the odds of a hit stay as ADR 0017 works them out. */
  wrongCodesPerProcess: { points: 2_000, duration: 10 },
  wrongSecretsPerAddress: { points: 60, duration: 180 },
  /** Joins of people who have not connected so far: one who does is uncounted. A thousand honest ones are a few hundred. */
  unseenJoinsPerAddress: { points: 300, duration: 300 },
  unseenJoinsPerSession: { points: 600, duration: 600 },
  creationsPerAddress: { points: 60, duration: 600 },
  creationsPerProcess: { points: 600, duration: 600 },
  /** Of sockets: a network that flaps comes back often, a program in a loop all the time. */
  connectionsPerPerson: { points: 60, duration: 60 },
  commandsPerPerson: { points: 150, duration: 10 },
  commandsPerSession: { points: 8_000, duration: 10 },
  picturesPerPerson: { points: 30, duration: 600 },
  /** Everybody in a large session may put a photo on the wall in the same minutes. */
  picturesPerSession: { points: 600, duration: 600 },
  /** Récoltes and files that are made anew: what others ask for, too, counts for whoever asked first. */
  exportsPerPerson: { points: 60, duration: 60 },
  proposalsPerSession: { points: 60, duration: 60 },
} as const satisfies Record<string, Rate>

export type RateName = keyof typeof RATES
export type Rates = Readonly<Record<RateName, Rate>>

/** Counts everything that is counted over time. Each call is one step, so that no two can take the same point. */
export class RateLimits {
  readonly #buckets: Readonly<Record<RateName, Buckets>>

  constructor(rates: Rates = RATES, now: () => number = () => performance.now()) {
    this.#buckets = Object.fromEntries(
      (Object.keys(RATES) as RateName[]).map((name) => [name, new Buckets(rates[name], now)]),
    ) as Record<RateName, Buckets>
  }

  /** Counts one; false when that is one too many. `debt`: how many may be owed. */
  take(name: RateName, key: string, debt = 0): boolean {
    return this.#buckets[name].take(key, debt)
  }

  /** Makes one that was counted uncounted. */
  giveBack(name: RateName, key: string): void {
    this.#buckets[name].giveBack(key)
  }

  /** ms until what is owed is paid. */
  owedFor(name: RateName, key: string): number {
    return this.#buckets[name].owedFor(key)
  }
}
