/** What the members of a group do with it (docs/spec/round-table.md, R10 to R22). */
import type { PersonId } from '../../ids.ts'
import { accept, type Outcome, refuse } from '../../outcome.ts'
import { drives } from '../../people/drives.ts'
import type { ActionMoment } from '../kit/kind.ts'
import type { GroupAction } from './actions.ts'
import type { Definition } from './definition.ts'
import { findGroup, type Group, type State, withGroup } from './state.ts'
import { isOpen, paceOf } from './time.ts'
import {
  advance,
  endTurn,
  giveTurn,
  MORE_MAX_TIMES,
  MORE_MS,
  offerable,
  type Pace,
  SKIP_AFTER_MS,
  seatOf,
  settle,
  toTheEnd,
  turnEndsAt,
  withSeat,
} from './tour.ts'

interface Hand {
  readonly actor: PersonId
  /** A facilitator who sits in the group or visits it. */
  readonly drives: boolean
  /** People who cannot act for themselves. */
  readonly withoutDevice: ReadonlySet<PersonId>
  readonly pace: Pace
  readonly at: number
}

/** May the actor speak for `person`: for oneself, for somebody without a device, or as a facilitator. */
const speaksFor = (hand: Hand, person: PersonId) =>
  hand.actor === person || hand.drives || hand.withoutDevice.has(person)

export function reduceGroup(
  state: State,
  action: GroupAction,
  moment: ActionMoment<Definition>,
): Outcome<State> {
  const { actor, elapsed, people } = moment
  const found = findGroup(state, action.group)
  if (found === undefined || actor.id === null) return refuse('not-allowed')
  const visits = drives(actor.role) && state.visits[actor.id] === found.key
  // The same answer for a group that is not there and one that is not the actor's: nothing to find out.
  if (!visits && seatOf(found, actor.id) === undefined) return refuse('not-allowed')
  if (!isOpen(found, state, moment)) return refuse('closed')
  const pace = paceOf(state)
  const hand: Hand = {
    actor: actor.id,
    drives: drives(actor.role),
    withoutDevice: new Set(people.filter((p) => !p.hasDevice).map((p) => p.id)),
    pace,
    at: elapsed,
  }
  const next = apply(settle(found, pace, elapsed), action, hand)
  return next.ok ? accept(withGroup(state, next.value)) : next
}

function apply(group: Group, action: GroupAction, hand: Hand): Outcome<Group> {
  switch (action.type) {
    case 'check-in':
    case 'pass':
    case 'come-back':
      return ofPerson(group, action, hand)
    case 'done':
    case 'more':
    case 'skip':
      return ofTurn(group, action, hand)
    case 'begin':
      return group.stage === 'check-in' ? accept(advance(group, hand.pace, hand.at)) : refuse('already')
    case 'offer-again': {
      if (group.stage !== 'again') return refuse('not-now')
      const asked = offerable(group, hand.pace).reduce(
        (g, s) => withSeat(g, s.person, { status: 'waiting' }),
        group,
      )
      return accept(advance(asked, hand.pace, hand.at))
    }
    case 'free-talk':
      return group.stage === 'again'
        ? accept({ ...group, stage: 'free', since: hand.at, declined: true })
        : refuse('not-now')
    case 'auto':
      if ((group.autoFrom !== null) === action.on) return refuse('already')
      return accept({ ...group, autoFrom: action.on ? hand.at : null })
    case 'help':
      if (group.help !== null) return refuse('already')
      return accept({
        ...group,
        help: { by: hand.actor, at: hand.at, reason: action.reason.trim(), takenBy: null },
      })
    case 'help-cancel':
      return group.help === null ? refuse('already') : accept({ ...group, help: null })
    case 'ask-time':
      return group.asksTimeAt === null ? accept({ ...group, asksTimeAt: hand.at }) : refuse('already')
  }
}

type PersonAction = Extract<GroupAction, { person: string }>

function ofPerson(group: Group, action: PersonAction, hand: Hand): Outcome<Group> {
  const { person } = action
  const { pace, at } = hand
  const seat = seatOf(group, person)
  if (seat === undefined) return refuse('unknown-person')
  if (!speaksFor(hand, person)) return refuse('not-allowed')
  if (action.type === 'check-in')
    return seat.checkedIn ? refuse('already') : accept(withSeat(group, person, { checkedIn: true }))
  if (action.type === 'pass') {
    const passed = withSeat(group, person, { passes: seat.passes + 1 })
    if (seat.status === 'speaking') return accept(endTurn(passed, 'passed', pace, at))
    return seat.status === 'waiting'
      ? accept(withSeat(passed, person, { status: 'passed' }))
      : refuse('not-now')
  }
  // Coming back: after a first pass, or when skipped as absent. Twice passed is final.
  if (seat.status !== 'absent' && !(seat.status === 'passed' && seat.passes < 2)) return refuse('not-now')
  const queued = toTheEnd(withSeat(group, person, { status: 'waiting' }), person)
  return accept(group.stage === 'again' || group.stage === 'free' ? giveTurn(queued, person, at) : queued)
}

type TurnAction = Extract<GroupAction, { speaker: string }>

function ofTurn(group: Group, action: TurnAction, hand: Hand): Outcome<Group> {
  const { turn } = group
  const { pace, at } = hand
  if (turn === null) return refuse('not-now')
  if (turn.person !== action.speaker) return refuse('stale')
  const isOver = at >= turnEndsAt(turn, pace.turnMs)
  switch (action.type) {
    case 'done':
      // Once the time is over anybody may pass the word on: people forget the button.
      return isOver || speaksFor(hand, turn.person)
        ? accept(endTurn(group, 'done', pace, at))
        : refuse('not-allowed')
    case 'more':
      return turn.extraMs < MORE_MAX_TIMES * MORE_MS
        ? accept({ ...group, turn: { ...turn, extraMs: turn.extraMs + MORE_MS } })
        : refuse('too-many')
    case 'skip':
      return at - turn.startedAt >= SKIP_AFTER_MS
        ? accept(endTurn(group, 'absent', pace, at))
        : refuse('not-now')
  }
}
