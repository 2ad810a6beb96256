/** What a group's screens show at one moment, computed from what the server told and from time. */
import type { PersonId } from '@escale/shared'
import {
  type GroupView,
  offerable,
  type Pace,
  type Seat,
  SKIP_AFTER_MS,
  settle,
  turnEndsAt,
  upcoming,
} from '@escale/shared/activities/round-table'

/** A newcomer is welcomed for this long, ms. */
export const WELCOME_MS = 30_000
/** Someone who writes at the return has this long before the screen changes, ms. */
export const FINISH_WRITING_MS = 10_000

export interface TurnNow {
  readonly person: PersonId
  readonly startedAt: number
  /** Ms left; negative: overrun. */
  readonly leftMs: number
  readonly totalMs: number
  readonly maySkip: boolean
}

export interface GroupNow {
  readonly group: GroupView
  readonly isOpen: boolean
  /** Ms until this group returns; 0 after it. */
  readonly leftMs: number
  readonly turn: TurnNow | null
  /** Those still to come, in order. */
  readonly next: readonly Seat[]
  readonly offers: readonly Seat[]
  readonly present: number
  readonly spoken: number
  readonly welcomed: readonly PersonId[]
}

export function groupNow(seen: GroupView, elapsed: number): GroupNow {
  const pace: Pace = { turnMs: seen.turnMs, gone: new Set(seen.gone) }
  const at = Math.min(elapsed, seen.endsAt)
  const group = { ...seen, ...settle(seen, pace, at) }
  const { turn } = group
  const endsAt = turn === null ? 0 : turnEndsAt(turn, group.turnMs)
  return {
    group,
    isOpen: elapsed < seen.endsAt,
    leftMs: Math.max(0, seen.endsAt - elapsed),
    turn: turn && {
      person: turn.person,
      startedAt: turn.startedAt,
      leftMs: endsAt - elapsed,
      totalMs: endsAt - turn.startedAt,
      maySkip: elapsed - turn.startedAt >= SKIP_AFTER_MS,
    },
    next: upcoming(group, pace),
    offers: offerable(group, pace),
    present: group.seats.length - group.gone.length,
    spoken: group.seats.filter((s) => s.status === 'done').length,
    welcomed: group.seats
      .filter((s) => s.joinedAt !== null && elapsed - s.joinedAt < WELCOME_MS)
      .map((s) => s.person),
  }
}

export interface MyPlace {
  readonly seat: Seat
  readonly speaks: boolean
  /** 1: the next to speak; null: not in the queue. */
  readonly rank: number | null
  /** About how long until my turn, ms. */
  readonly waitMs: number
}

export function myPlace({ group, turn, next }: GroupNow, me: PersonId | null): MyPlace | null {
  const seat = group.seats.find((s) => s.person === me)
  if (seat === undefined) return null
  const index = next.findIndex((s) => s.person === me)
  return {
    seat,
    speaks: turn?.person === me,
    rank: index < 0 ? null : index + 1,
    waitMs: Math.max(0, turn?.leftMs ?? 0) + Math.max(0, index) * group.turnMs,
  }
}
