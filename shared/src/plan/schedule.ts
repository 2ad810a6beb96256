import { type Phase, plannedMs } from '../clock/phases.ts'
import { elapsed } from '../clock/run.ts'
import type { Run } from '../clock/run-schema.ts'
import type { ActivityId } from '../ids.ts'
import type { Workshop } from './workshop.ts'

export interface ScheduleRow {
  readonly activity: ActivityId
  readonly status: 'done' | 'now' | 'next' | 'later'
  /** Server time, ms: when it started or will start if every length holds. */
  readonly startsAt: number
  readonly endsAt: number
}

/** What a schedule is computed from: a console has it in its `PlanSlice` and `SessionSlice`. */
export interface Timetable {
  readonly status: 'lobby' | 'running' | 'ended'
  readonly workshop: Workshop
  readonly current: ActivityId | null
  /** Of every activity that was started; phases with the facilitator's adjustments. */
  readonly runs: Readonly<Record<ActivityId, { readonly run: Run; readonly phases: readonly Phase[] }>>
}

export interface Schedule {
  readonly rows: readonly ScheduleRow[]
  readonly endsAt: number
  /** Ms behind the plan (negative: ahead), the plan being the lengths from the first start on; 0 before the start. */
  readonly behindMs: number
}

/**
 * The run-of-show on the clock at server time `now`. Before the start the announced start counts, or `now`.
 * What runs ends when its phases say so (adjustments and pauses included), or `now` if that has passed.
 */
export function schedule(timetable: Timetable, now: number): Schedule {
  const { status, current, runs } = timetable
  const { plan, settings } = timetable.workshop
  const currentIndex = plan.findIndex((a) => a.id === current)
  const starts = Object.values(runs).map((r) => r.run.startedAt)
  const begunAt = starts.length > 0 ? Math.min(...starts) : Math.max(settings.startsAt ?? now, now)
  let cursor = currentIndex < 0 && starts.length > 0 ? now : begunAt
  const rows = plan.map((activity, index): ScheduleRow => {
    const live = Object.hasOwn(runs, activity.id) ? runs[activity.id] : undefined
    if (index < currentIndex || (status === 'ended' && live)) {
      const startsAt = live?.run.startedAt ?? cursor
      return {
        activity: activity.id,
        status: 'done',
        startsAt,
        endsAt: live ? startsAt + elapsed(live.run, now) : startsAt,
      }
    }
    if (index === currentIndex && live) {
      // An activity that waits for somebody's word before its time begins (groups being formed) still has all of it ahead.
      const left = live.phases.every((p) => p.ms === null)
        ? activity.durationMs
        : Math.max(0, plannedMs(live.phases) - elapsed(live.run, now))
      cursor = now + left
      return { activity: activity.id, status: 'now', startsAt: live.run.startedAt, endsAt: cursor }
    }
    const startsAt = cursor
    cursor += activity.durationMs
    return {
      activity: activity.id,
      status: index === currentIndex + 1 ? 'next' : 'later',
      startsAt,
      endsAt: cursor,
    }
  })
  const planned = plan.reduce((sum, a) => sum + a.durationMs, 0)
  return {
    rows,
    endsAt: cursor,
    behindMs: starts.length === 0 || status === 'ended' ? 0 : cursor - (begunAt + planned),
  }
}
