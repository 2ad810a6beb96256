/** What the console makes of a group at one moment: where help is needed, what is counted, in which order tiles stand. */
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

/** Of a group that needs nobody. */
const RESTS = 6

function urgency({ group, isOpen, isFew, isQuiet, overrunMs }: Tile): number {
  if (!isOpen) return RESTS
  if (group.help !== null) return group.help.takenBy === null ? 0 : 1
  if (group.asksTimeAt !== null) return 2
  return isFew ? 3 : isQuiet ? 4 : overrunMs > 0 ? 5 : RESTS
}

/** Those that need somebody: calls for help first (the oldest first), then requests for time, then those that are stuck. */
export const needing = (tiles: readonly Tile[]): Tile[] =>
  tiles
    .filter((tile) => urgency(tile) < RESTS)
    .sort(
      (a, b) =>
        urgency(a) - urgency(b) ||
        (a.group.help?.at ?? 0) - (b.group.help?.at ?? 0) ||
        a.group.number - b.group.number,
    )

/** What the summary counts, and what one can look at alone. */
export const LOOKS = ['all', 'calls', 'quiet', 'late'] as const
export type Look = (typeof LOOKS)[number]

const PASSES: Readonly<Record<Look, (tile: Tile) => boolean>> = {
  all: () => true,
  calls: (tile) => tile.isOpen && (tile.group.help !== null || tile.group.asksTimeAt !== null),
  quiet: (tile) => tile.isQuiet,
  late: (tile) => tile.overrunMs > 0,
}

/** The groups of one look, by number: a tile that moves is another one under the pointer. */
export const lookAt = (tiles: readonly Tile[], look: Look): Tile[] =>
  tiles.filter(PASSES[look]).sort((a, b) => a.group.number - b.group.number)

/** Calls that no facilitator has taken yet. */
export const untaken = (tiles: readonly Tile[]): number =>
  tiles.filter(({ isOpen, group }) => isOpen && group.help !== null && group.help.takenBy === null).length
