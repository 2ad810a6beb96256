/** Coming into a group that is together, leaving it, and bringing two together. */
import type { PersonId } from '../../ids.ts'
import { type Group, type Seat, type State, withGroup } from './state.ts'
import { advance, endTurn, hasTurnLeft, offerable, type Pace, seatOf } from './tour.ts'

const newSeat = (person: PersonId): Seat => ({
  person,
  status: 'waiting',
  passes: 0,
  checkedIn: false,
  joinedAt: null,
})

export function newGroup(
  key: string,
  people: readonly PersonId[],
  pages: readonly string[],
  at: number,
): Group {
  return {
    key,
    seats: people.map(newSeat),
    stage: 'check-in',
    since: at,
    turn: null,
    declined: false,
    autoFrom: null,
    extraMs: 0,
    calledBackAt: null,
    mergedInto: null,
    help: null,
    asksTimeAt: null,
    fewSince: null,
    pages: [...pages],
  }
}

/** Someone could speak now but nobody is asked to: offer it. */
const offer = (group: Group, pace: Pace, at: number): Group =>
  group.stage === 'free' && group.seats.some((s) => s.status === 'waiting' && !pace.gone.has(s.person))
    ? { ...group, stage: 'again', since: at }
    : group

/** Last in the order if a turn is left for them, else a listener with the first word in the free talk. */
export function sit(
  group: Group,
  person: PersonId,
  pace: Pace,
  at: number,
  endsAt: number,
  seat?: Seat,
): Group {
  const status = seat?.status ?? 'waiting'
  const keeps = status === 'done' || status === 'passed'
  const waits = hasTurnLeft(group, pace, at, endsAt) ? ('waiting' as const) : ('listening' as const)
  const seated: Seat = { ...(seat ?? newSeat(person)), status: keeps ? status : waits, joinedAt: at }
  return { ...group, seats: [...group.seats, seated] }
}

/** Takes a seat away; a turn that this ends goes to the next. */
export function leave(
  group: Group,
  person: PersonId,
  pace: Pace,
  at: number,
): { group: Group; seat: Seat | undefined } {
  const seat = seatOf(group, person)
  const without = { ...group, seats: group.seats.filter((s) => s.person !== person) }
  const rest = group.turn?.person === person ? advance({ ...without, turn: null }, pace, at) : without
  // A turn that was cut short by leaving has not been had.
  return { group: rest, seat: seat?.status === 'speaking' ? { ...seat, status: 'waiting' } : seat }
}

/** The roster changed for this group: the speaker who is gone makes room, whoever is back is queued again. */
export function follow(group: Group, pace: Pace, at: number): Group {
  const back = {
    ...group,
    seats: group.seats.map((s) =>
      s.status === 'absent' && !pace.gone.has(s.person) ? { ...s, status: 'waiting' as const } : s,
    ),
  }
  const cleared =
    back.turn !== null && pace.gone.has(back.turn.person) ? endTurn(back, 'absent', pace, at) : back
  return offer(cleared, pace, at)
}

/**
 * `from` joins `into`, whose tour goes on: who has spoken stays done, the others come after. The end is the later of the
 * two, capped by the common end.
 */
export function merge(state: State, from: Group, into: Group, pace: Pace, at: number): State {
  const came = from.seats.map(
    (s): Seat => ({ ...s, status: s.status === 'speaking' ? 'waiting' : s.status, joinedAt: at }),
  )
  const joined: Group = {
    ...into,
    seats: [...into.seats, ...came],
    extraMs: Math.min(0, Math.max(into.extraMs, from.extraMs)),
    pages: [...new Set([...into.pages, ...from.pages])],
    help: into.help ?? from.help,
    asksTimeAt: into.asksTimeAt ?? from.asksTimeAt,
    fewSince: null,
  }
  const emptied: Group = { ...from, seats: [], turn: null, help: null, mergedInto: into.key, fewSince: null }
  return withGroup(withGroup(state, offer(joined, pace, at)), emptied)
}

/** The reverse of `merge` for those of `people` who are still in `into`. */
export function part(
  state: State,
  from: Group,
  into: Group,
  people: readonly PersonId[],
  pace: Pace,
  at: number,
): State {
  const leaving = into.seats.filter((s) => people.includes(s.person))
  const rest = leaving.reduce((group, s) => leave(group, s.person, pace, at).group, into)
  const reopened: Group = {
    ...from,
    mergedInto: null,
    seats: leaving.map((s) => ({ ...s, status: s.status === 'speaking' ? 'waiting' : s.status })),
    stage: from.stage === 'check-in' ? 'check-in' : 'again',
    since: at,
  }
  const kept = { ...rest, pages: rest.pages.filter((page) => !from.pages.includes(page)) }
  const settled =
    offerable(reopened, pace).length > 0 || reopened.stage === 'check-in'
      ? reopened
      : { ...reopened, stage: 'free' as const }
  return withGroup(withGroup(state, kept), settled)
}
