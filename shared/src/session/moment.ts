import type { Moment } from '../activities/kit/kind.ts'
import type { SealedKind } from '../activities/kit/seal.ts'
import { adjustPhases, locate, type Phase } from '../clock/phases.ts'
import { elapsed } from '../clock/run.ts'
import type { Run } from '../clock/run-schema.ts'
import type { ActivityId } from '../ids.ts'
import type { Activity } from '../plan/workshop.ts'
import { findActivity, roster, type SessionState } from './state.ts'

export type Kinds = Readonly<Record<string, SealedKind>>

/** All that is true of a started activity at one instant. */
export interface LiveActivity {
  readonly activity: Activity
  readonly kind: SealedKind
  readonly run: Run
  readonly state: unknown
  /** With the facilitator's adjustments. */
  readonly phases: readonly Phase[]
  readonly moment: Moment<unknown>
}

export const kindOf = (kinds: Kinds, id: string): SealedKind | undefined =>
  Object.hasOwn(kinds, id) ? kinds[id] : undefined

/** The started activity `id` at server time `now`; undefined when it was never started or left the plan. */
export function liveActivity(
  kinds: Kinds,
  state: SessionState,
  id: ActivityId | null,
  now: number,
): LiveActivity | undefined {
  const activity = findActivity(state, id)
  const started = activity && Object.hasOwn(state.runs, activity.id) ? state.runs[activity.id] : undefined
  const kind = activity && kindOf(kinds, activity.kind)
  if (activity === undefined || started === undefined || kind === undefined) return undefined
  const setting = {
    definition: activity.definition,
    durationMs: activity.durationMs,
    seed: started.seed,
    people: roster(state),
  }
  const phases = adjustPhases(kind.phases(started.state, setting), started.run)
  const at = elapsed(started.run, now)
  return {
    activity,
    kind,
    run: started.run,
    state: started.state,
    phases,
    moment: { ...setting, elapsed: at, location: locate(phases, at) },
  }
}
