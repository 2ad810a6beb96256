import { elapsed, isPaused, nextInstant, type Phase, type Run } from '@escale/shared'

/** After the whole second, so that a rounding-up display has really changed. */
const PAST_THE_SECOND_MS = 4
/** Timers overflow beyond 2^31 ms, and a clock may be set meanwhile: never sleep longer. */
const LONGEST_MS = 60_000

export interface Timed {
  readonly run: Run
  readonly phases: readonly Phase[]
}

export interface WakeRule {
  /** Also exactly at the instants of the phases, and while the page is hidden. */
  readonly precise: boolean
  readonly visible: boolean
}

/**
 * Ms from server time `now` until something shown changes: the next whole second of activity time while visible, and the
 * next instant when `precise`. null: nothing will change by itself.
 */
export function wakeAfter(
  { run, phases }: Timed,
  now: number,
  { precise, visible }: WakeRule,
): number | null {
  if (isPaused(run)) return null
  const at = elapsed(run, now)
  const delays: number[] = []
  if (visible) delays.push(1_000 - (at % 1_000) + PAST_THE_SECOND_MS)
  const instant = precise ? nextInstant(phases, at) : null
  if (instant !== null) delays.push(instant - at)
  return delays.length === 0 ? null : Math.min(LONGEST_MS, ...delays)
}
