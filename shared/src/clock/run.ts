/**
 * Time is a function, not a ticker (docs/spec/clock.md). A run is the little that people decided about an
 * activity's time; everything shown on any screen is computed from it and from the server's time.
 */
import type { Run } from './run-schema.ts'

export const startRun = (at: number): Run => ({ startedAt: at, pauses: [], adjustments: [] })

export const isPaused = (run: Run): boolean => run.pauses.at(-1)?.to === null

/** Ms of activity time at server time `now`: what has passed since the start without the pauses; never negative. */
export function elapsed(run: Run, now: number): number {
  const last = run.pauses.at(-1)
  const end = last !== undefined && last.to === null ? Math.min(now, last.from) : now
  const paused = run.pauses.reduce(
    (sum, p) => (p.to === null ? sum : sum + Math.max(0, Math.min(p.to, end) - p.from)),
    0,
  )
  return Math.max(0, end - run.startedAt - paused)
}

/** Pauses at server time `at`; a paused run is returned as it is. */
export const pause = (run: Run, at: number): Run =>
  isPaused(run) ? run : { ...run, pauses: [...run.pauses, { from: Math.max(at, run.startedAt), to: null }] }

/** Goes on at server time `at`; a running run is returned as it is. */
export function resume(run: Run, at: number): Run {
  const last = run.pauses.at(-1)
  if (last === undefined || last.to !== null) return run
  return { ...run, pauses: [...run.pauses.slice(0, -1), { from: last.from, to: Math.max(last.from, at) }] }
}

/** Server time at which activity time reaches `target` ms if nobody pauses; null while paused. */
export const serverTimeOf = (run: Run, target: number, now: number): number | null =>
  isPaused(run) ? null : now + (target - elapsed(run, now))
