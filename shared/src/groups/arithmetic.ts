/** What a turn per person does to the time of a group (docs/spec/groups.md, G7 and G8). All times in ms. */

/** Offered turns are whole multiples of this, so that they can be said aloud. */
export const TURN_STEP_MS = 15_000
/** An offered turn leaves at least this share of the time for talking freely. */
const FREE_SHARE = 1 / 3

export interface Arithmetic {
  readonly tourMs: number
  /** Never negative: 0 when the turns do not fit. */
  readonly freeMs: number
  readonly fits: boolean
  /** A turn that fits and leaves a third of the time free; null when none of at least TURN_STEP_MS does. */
  readonly fittingTurnMs: number | null
}

export function arithmetic(size: number, turnMs: number, totalMs: number): Arithmetic {
  const tourMs = size * turnMs
  const each = size > 0 ? (totalMs * (1 - FREE_SHARE)) / size : totalMs
  const stepped = Math.floor((each + 1e-6) / TURN_STEP_MS) * TURN_STEP_MS
  return {
    tourMs,
    freeMs: Math.max(0, totalMs - tourMs),
    fits: tourMs <= totalMs,
    fittingTurnMs: stepped >= TURN_STEP_MS ? stepped : null,
  }
}
