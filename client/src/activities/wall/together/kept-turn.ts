import type { ActivityId, GuideMode } from '@escale/shared'
import { keptForActivity } from '../../../app/kept-here.ts'

export interface Turn {
  readonly turn: string
  readonly mode: GuideMode
}

const keyOf = (activity: ActivityId) => keptForActivity('guide', activity)

/** How I lead in this tab: it outlives a look at the plan, and a reload. */
export function readTurn(activity: ActivityId): Turn | null {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(activity)) ?? 'null') as Turn | null
  } catch {
    return null
  }
}

export function keepTurn(activity: ActivityId, turn: Turn | null): void {
  try {
    if (turn) sessionStorage.setItem(keyOf(activity), JSON.stringify(turn))
    else sessionStorage.removeItem(keyOf(activity))
  } catch {
    // A browser that keeps nothing: after a reload somebody else seems to lead.
  }
}
