/** Less than this off the plan is nothing that a facilitator should have to think about, ms. */
export const ON_TIME_MS = 60_000

export interface Pace {
  readonly is: 'on-time' | 'ahead' | 'behind'
  /** Whole minutes, at least 1 unless on time. */
  readonly minutes: number
}

/** How the session stands against its plan, in the coarse way one says it aloud. `behindMs` negative: ahead. */
export function paceOf(behindMs: number): Pace {
  const minutes = Math.floor(Math.abs(behindMs) / 60_000)
  if (Math.abs(behindMs) < ON_TIME_MS) return { is: 'on-time', minutes: 0 }
  return { is: behindMs > 0 ? 'behind' : 'ahead', minutes }
}
