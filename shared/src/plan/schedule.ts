import { plannedMs } from '../clock/phases.ts'
import type { ActivityId } from '../ids.ts'
import type { Kinds } from '../session/moment.ts'
import { liveActivity } from '../session/moment.ts'
import type { SessionState } from '../session/state.ts'

export interface ScheduleRow {
  readonly activity: ActivityId
  readonly status: 'done' | 'now' | 'next' | 'later'
  /** Server time, ms: when it started or will start if every length holds. */
  readonly startsAt: number
  readonly endsAt: number
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
export function schedule(kinds: Kinds, state: SessionState, now: number): Schedule {
  const { plan, settings } = state.workshop
  const currentIndex = plan.findIndex((a) => a.id === state.current)
  const starts = Object.values(state.runs).map((r) => r.run.startedAt)
  const begunAt = starts.length > 0 ? Math.min(...starts) : Math.max(settings.startsAt ?? now, now)
  let cursor = currentIndex < 0 && starts.length > 0 ? now : begunAt
  const rows = plan.map((activity, index): ScheduleRow => {
    const live = liveActivity(kinds, state, activity.id, now)
    if (index < currentIndex || (state.status === 'ended' && live)) {
      const startsAt = live?.run.startedAt ?? cursor
      return {
        activity: activity.id,
        status: 'done',
        startsAt,
        endsAt: live ? startsAt + live.moment.elapsed : startsAt,
      }
    }
    if (index === currentIndex && live) {
      cursor = now + Math.max(0, plannedMs(live.phases) - live.moment.elapsed)
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
    behindMs: starts.length === 0 || state.status === 'ended' ? 0 : cursor - (begunAt + planned),
  }
}
