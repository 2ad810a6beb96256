/** What the console makes of a group at one moment: where help is needed, in which order tiles stand. */
import type { ConsoleGroup } from '@escale/shared/activities/round-table'
import { type GroupNow, groupNow } from '../group-now.ts'

/** Too few people for this long: joining is suggested, ms. */
export const FEW_AFTER_MS = 60_000
/** A group that has not started its tour after this is marked, ms. */
export const QUIET_AFTER_MS = 180_000
/** A turn that is over by this much is marked, ms. */
export const OVERRUN_AFTER_MS = 60_000

export interface Tile extends GroupNow {
  readonly partner: string | null
  /** Nobody has begun the tour for a while. */
  readonly isQuiet: boolean
  readonly isFew: boolean
  /** Ms by which the turn is over, when that is worth a word; else 0. */
  readonly overrunMs: number
}

export function tileOf(seen: ConsoleGroup, elapsed: number): Tile {
  const now = groupNow(seen, elapsed)
  const { group, turn, isOpen } = now
  const over = turn === null ? 0 : -turn.leftMs
  return {
    ...now,
    partner: seen.partner,
    isQuiet: isOpen && group.stage === 'check-in' && elapsed - group.since >= QUIET_AFTER_MS,
    isFew: isOpen && group.fewSince !== null && elapsed - group.fewSince >= FEW_AFTER_MS,
    overrunMs: isOpen && over >= OVERRUN_AFTER_MS ? over : 0,
  }
}

function urgency({ group, isOpen, isFew, isQuiet }: Tile): number {
  if (!isOpen) return 6
  if (group.help !== null) return group.help.takenBy === null ? 0 : 1
  if (group.asksTimeAt !== null) return 2
  return isFew ? 3 : isQuiet ? 4 : 5
}

/** Calls for help first (the oldest first), then what needs a look, then by number. */
export const byUrgency = (tiles: readonly Tile[]): Tile[] =>
  [...tiles].sort(
    (a, b) =>
      urgency(a) - urgency(b) ||
      (a.isOpen && b.isOpen ? (a.group.help?.at ?? 0) - (b.group.help?.at ?? 0) : 0) ||
      a.group.number - b.group.number,
  )
