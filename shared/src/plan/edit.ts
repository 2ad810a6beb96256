import type { ActivityId } from '../ids.ts'
import { PLAN_MAX_ACTIVITIES } from '../limits.ts'
import { accept, type Outcome, refuse } from '../outcome.ts'
import type { Activity } from './workshop.ts'

export type Plan = readonly Activity[]

const indexAfter = (plan: Plan, after: ActivityId | null): number =>
  after === null ? 0 : plan.findIndex((a) => a.id === after) + 1

/** The activity before `id`, or null when it is the first. */
export function predecessor(plan: Plan, id: ActivityId): ActivityId | null {
  const index = plan.findIndex((a) => a.id === id)
  return plan[index - 1]?.id ?? null
}

/** Inserts after `after` (null: first). Refuses an id that exists, an unknown place, a full plan. */
export function addActivity(plan: Plan, activity: Activity, after: ActivityId | null): Outcome<Activity[]> {
  if (plan.some((a) => a.id === activity.id)) return refuse('already')
  if (plan.length >= PLAN_MAX_ACTIVITIES) return refuse('too-many')
  if (after !== null && !plan.some((a) => a.id === after)) return refuse('unknown-activity')
  return accept(plan.toSpliced(indexAfter(plan, after), 0, activity))
}

export function removeActivity(plan: Plan, id: ActivityId): Outcome<Activity[]> {
  return plan.some((a) => a.id === id) ? accept(plan.filter((a) => a.id !== id)) : refuse('unknown-activity')
}

/** Moves behind `after` (null: to the front). */
export function moveActivity(plan: Plan, id: ActivityId, after: ActivityId | null): Outcome<Activity[]> {
  const moved = plan.find((a) => a.id === id)
  if (moved === undefined || after === id) return refuse('unknown-activity')
  const rest = plan.filter((a) => a.id !== id)
  return addActivity(rest, moved, after)
}

export type ActivityPatch = Partial<
  Pick<Activity, 'title' | 'instructions' | 'privateNote' | 'durationMs' | 'durationProposed' | 'definition'>
>

export function editActivity(plan: Plan, id: ActivityId, patch: ActivityPatch): Outcome<Activity[]> {
  return plan.some((a) => a.id === id)
    ? accept(plan.map((a) => (a.id === id ? { ...a, ...patch } : a)))
    : refuse('unknown-activity')
}
