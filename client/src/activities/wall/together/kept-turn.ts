import type { ActivityId, GuideMode } from '@escale/shared'
import { inTab, keptForActivity } from '../../../app/kept-here.ts'

export interface Turn {
  readonly turn: string
  readonly mode: GuideMode
}

const keyOf = (activity: ActivityId) => keptForActivity('guide', activity)

/** How I lead in this tab: it outlives a look at the plan, and a reload. */
export const readTurn = (activity: ActivityId): Turn | null => inTab.readJson(keyOf(activity)) as Turn | null

/** A browser that keeps nothing: after a reload somebody else seems to lead. */
export const keepTurn = (activity: ActivityId, turn: Turn | null): boolean =>
  inTab.write(keyOf(activity), turn && JSON.stringify(turn))
