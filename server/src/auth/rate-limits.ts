import { type IRateLimiterOptions, RateLimiterMemory } from 'rate-limiter-flexible'

/** `points` in any `duration` seconds. */
export type Rate = Pick<IRateLimiterOptions, 'points' | 'duration'>

/**
 * A whole ministry may sit behind one address: per address we count failures and the making of sessions only, never
 * joining or writing. 30 wrong codes in 3 minutes keep the odds of a hit below 0.1 % a day for a thousand attackers.
 */
export const RATES = {
  wrongCodesPerAddress: { points: 30, duration: 180 },
  wrongSecretsPerAddress: { points: 60, duration: 180 },
  creationsPerAddress: { points: 60, duration: 600 },
  commandsPerPerson: { points: 150, duration: 10 },
  commandsPerSession: { points: 8_000, duration: 10 },
  picturesPerPerson: { points: 30, duration: 600 },
  /** Everybody in a large session may put a photo on the wall in the same minutes. */
  picturesPerSession: { points: 600, duration: 600 },
  proposalsPerSession: { points: 60, duration: 60 },
} as const satisfies Record<string, Rate>

export type RateName = keyof typeof RATES

export class RateLimits {
  readonly #limiters: Readonly<Record<RateName, RateLimiterMemory>>

  constructor(rates: Readonly<Record<RateName, Rate>> = RATES) {
    const names = Object.keys(RATES) as RateName[]
    this.#limiters = Object.fromEntries(
      names.map((name) => [name, new RateLimiterMemory({ keyPrefix: name, ...rates[name] })]),
    ) as Record<RateName, RateLimiterMemory>
  }

  /** Counts one; false when that is one too many. */
  async take(name: RateName, key: string): Promise<boolean> {
    return this.#limiters[name].consume(key).then(
      () => true,
      () => false,
    )
  }

  /** Is there nothing left? Counts nothing. */
  async isSpent(name: RateName, key: string): Promise<boolean> {
    const seen = await this.#limiters[name].get(key)
    return seen !== null && (seen.remainingPoints ?? 1) <= 0
  }
}
