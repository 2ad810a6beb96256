/**
 * The tour of one group as a function of what its members did and of time (docs/spec/round-table.md, R10 to R22).
 * Pure; the same code runs on the server and in every view.
 */
import type { PersonId } from '../../ids.ts'
import type { Group, Seat, SeatStatus, Turn } from './state.ts'

/** « Je termine »: after the turn's end, before names change by themselves, ms. */
export const CLOSING_MS = 20_000
/** What one « +30 s » adds, ms. */
export const MORE_MS = 30_000
export const MORE_MAX_TIMES = 10
/** A speaker who does not answer may be skipped after this, ms. */
export const SKIP_AFTER_MS = 10_000

/** What a tour depends on beside the group. */
export interface Pace {
  readonly turnMs: number
  /** Away or removed. */
  readonly gone: ReadonlySet<PersonId>
}

export const turnEndsAt = (turn: Turn, turnMs: number): number => turn.startedAt + turnMs + turn.extraMs

/** When the name changes by itself; null: only by hand. */
export const changesAt = (group: Group, turnMs: number): number | null =>
  group.turn === null || group.autoFrom === null
    ? null
    : Math.max(turnEndsAt(group.turn, turnMs), group.autoFrom) + CLOSING_MS

export const seatOf = (group: Group, person: PersonId): Seat | undefined =>
  group.seats.find((s) => s.person === person)

export const withSeat = (group: Group, person: PersonId, patch: Partial<Seat>): Group => ({
  ...group,
  seats: group.seats.map((s) => (s.person === person ? { ...s, ...patch } : s)),
})

/** Puts a seat at the end of the order. */
export const toTheEnd = (group: Group, person: PersonId): Group => ({
  ...group,
  seats: [
    ...group.seats.filter((s) => s.person !== person),
    ...group.seats.filter((s) => s.person === person),
  ],
})

const mayStillSpeak = (seat: Seat, { gone }: Pace): boolean =>
  !gone.has(seat.person) && (seat.status === 'waiting' || (seat.status === 'passed' && seat.passes < 2))

/** Those to whom a turn can be offered once the order is through. */
export const offerable = (group: Group, pace: Pace): readonly Seat[] =>
  group.seats.filter((s) => mayStillSpeak(s, pace))

/** Those who will speak, in order, without the one who speaks now. */
export const upcoming = (group: Group, { gone }: Pace): readonly Seat[] =>
  group.seats.filter((s) => s.status === 'waiting' && !gone.has(s.person))

export function giveTurn(group: Group, person: PersonId, at: number): Group {
  const seated = withSeat(group, person, { status: 'speaking' })
  return {
    ...seated,
    stage: 'tour',
    since: group.stage === 'tour' ? group.since : at,
    turn: { person, startedAt: at, extraMs: 0 },
  }
}

/** The next one speaks; nobody left: those who could still speak are offered it, unless the group declined. */
export function advance(group: Group, pace: Pace, at: number): Group {
  const next = upcoming(group, pace)[0]
  if (next) return giveTurn(group, next.person, at)
  const stage = !group.declined && offerable(group, pace).length > 0 ? 'again' : 'free'
  return { ...group, turn: null, stage, since: at }
}

/** The speaker's turn is over and leaves them in `status`. */
export function endTurn(group: Group, status: SeatStatus, pace: Pace, at: number): Group {
  if (group.turn === null) return group
  return advance({ ...withSeat(group, group.turn.person, { status }), turn: null }, pace, at)
}

/** The group at `at`, with every change of name that happened by itself until then. */
export function settle(group: Group, pace: Pace, at: number): Group {
  let settled = group
  // Each round takes one person out of the waiting, so this ends.
  for (
    let due = changesAt(settled, pace.turnMs);
    due !== null && at >= due;
    due = changesAt(settled, pace.turnMs)
  )
    settled = endTurn(settled, 'done', pace, due)
  return settled
}

/** Ms that the turns still to come will take, the current one's rest included. */
export function tourLeftMs(group: Group, pace: Pace, at: number): number {
  const current = group.turn === null ? 0 : Math.max(0, turnEndsAt(group.turn, pace.turnMs) - at)
  return current + upcoming(group, pace).length * pace.turnMs
}

/** Whether one more person could still have a whole turn before `endsAt`. */
export const hasTurnLeft = (group: Group, pace: Pace, at: number, endsAt: number): boolean =>
  group.stage !== 'free' && at + tourLeftMs(group, pace, at) + pace.turnMs <= endsAt
