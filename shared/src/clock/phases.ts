import type { Run } from './run-schema.ts'

/** A stretch of an activity. Timing as data: what a kind declares, and all that a clock needs. */
export interface Phase {
  readonly id: string
  /** Planned length in ms; null: until a person decides. Only the last phase may be null. */
  readonly ms: number | null
  /** Instants inside the phase at which something shows (a word of a rally), ms from the phase's start. */
  readonly marks?: readonly number[]
  /** False: what the activity's instructions ask is done with, and they are not shown any more. Default: true. */
  readonly instructed?: boolean
}

/** Where activity time stands among the phases. All figures in ms of activity time. */
export interface Location {
  readonly index: number
  readonly phase: Phase
  readonly startsAt: number
  /** null: the phase is open-ended. */
  readonly endsAt: number | null
  /** Since the phase's start. */
  readonly into: number
  /** Until the phase's end; null when open-ended. */
  readonly left: number | null
}

/** The phases with the facilitator's adjustments; no phase gets shorter than 0. */
export function adjustPhases(phases: readonly Phase[], run: Pick<Run, 'adjustments'>): Phase[] {
  return phases.map((phase) => {
    if (phase.ms === null) return phase
    const change = run.adjustments.reduce((sum, a) => (a.phase === phase.id ? sum + a.ms : sum), 0)
    return { ...phase, ms: Math.max(0, phase.ms + change) }
  })
}

/**
 * The phase that holds `elapsed`. A phase holds its first instant, not its last. After the last phase's end the
 * last phase is given with `left: 0`.
 * @throws RangeError when there are no phases: a kind always has one.
 */
export function locate(phases: readonly Phase[], elapsed: number): Location {
  let startsAt = 0
  for (const [index, phase] of phases.entries()) {
    const endsAt = phase.ms === null ? null : startsAt + phase.ms
    const isLast = index === phases.length - 1
    if (endsAt === null || elapsed < endsAt || isLast)
      return {
        index,
        phase,
        startsAt,
        endsAt,
        into: elapsed - startsAt,
        left: endsAt === null ? null : Math.max(0, endsAt - elapsed),
      }
    startsAt = endsAt
  }
  throw new RangeError('no phases')
}

/** All instants of activity time (ms, ascending, distinct) at which something changes by itself. */
export function instants(phases: readonly Phase[]): number[] {
  const found = new Set<number>()
  let startsAt = 0
  for (const phase of phases) {
    for (const mark of phase.marks ?? []) if (phase.ms === null || mark < phase.ms) found.add(startsAt + mark)
    if (phase.ms === null) break
    startsAt += phase.ms
    found.add(startsAt)
  }
  return [...found].sort((a, b) => a - b)
}

/** The first instant after `elapsed`, or null. `lead` ms before each instant counts as one too (secrets travel ahead). */
export function nextInstant(phases: readonly Phase[], elapsed: number, lead = 0): number | null {
  const candidates = instants(phases).flatMap((t) => [t - lead, t])
  const later = candidates.filter((t) => t > elapsed)
  return later.length === 0 ? null : Math.min(...later)
}

/** Sum of the planned lengths, ms. */
export const plannedMs = (phases: readonly Phase[]): number => phases.reduce((sum, p) => sum + (p.ms ?? 0), 0)
