/** The roster changed: who joined, left, came back (docs/spec/round-table.md, R8, R18 to R20, R27). */
import { placeLatecomer } from '../../groups/change.ts'
import type { PersonId } from '../../ids.ts'
import { drives } from '../../people/drives.ts'
import type { Person } from '../../people/person.ts'
import type { Moment } from '../kit/kind.ts'
import { type Definition, fewThreshold } from './definition.ts'
import { inTheDraw } from './forming.ts'
import { follow, sit } from './seats.ts'
import { type Draft, type Group, goneOf, groupOf, type State, withGroup } from './state.ts'
import { commonEnd, groupEnd, isOpen, paceOf } from './time.ts'
import { hasTurnLeft, type Pace, settle } from './tour.ts'

/** Whoever comes when less than this is left stays in plenary: there is nothing left to join, ms. */
export const TOO_LATE_MS = 60_000

export function peopleChanged(state: State, moment: Moment<Definition>): State {
  if (state.launchedAt === null) return state.draft ? withDraft(state, state.draft, moment) : state
  const gone = goneOf(state.groups, moment.people)
  // What happened by itself until now happened with the people of before.
  const before = paceOf(state)
  const common = commonEnd(state, moment)
  // A group that has closed is settled up to its end: who leaves afterwards was still there when the names changed.
  const settled = state.groups.map((g) => settle(g, before, Math.min(moment.elapsed, groupEnd(g, common))))
  const pace: Pace = { turnMs: state.turnMs, gone: new Set(gone) }
  const next: State = {
    ...state,
    gone,
    groups: settled.map((g) =>
      isOpen(g, state, moment) ? watch(follow(g, pace, moment.elapsed), state, pace, moment.elapsed) : g,
    ),
  }
  const placed = moment.people.reduce((s, person) => place(s, person, pace, moment), next)
  return same(placed, state) ? state : placed
}

/** Notes since when too few of a group are present; a group that was formed small is not flagged for its size alone. */
function watch(group: Group, state: State, pace: Pace, at: number): Group {
  const present = group.seats.filter((s) => !pace.gone.has(s.person)).length
  const few = present < group.seats.length && present < fewThreshold(state.draft?.choice.min ?? 0)
  return few === (group.fewSince !== null) ? group : { ...group, fewSince: few ? at : null }
}

/** A participant without a group goes to the smallest one that has a turn left, and moves nobody else. */
function place(state: State, person: Person, pace: Pace, moment: Moment<Definition>): State {
  if (person.away || drives(person.role) || groupOf(state, person.id)) return state
  if (isLeftOut(state, person.id)) return state
  const common = commonEnd(state, moment)
  const at = moment.elapsed
  const open = state.groups.filter((g) => isOpen(g, state, moment) && groupEnd(g, common) - at >= TOO_LATE_MS)
  const key = placeLatecomer(
    open.map((g) => ({
      key: g.key,
      size: g.seats.filter((s) => !pace.gone.has(s.person)).length,
      hasTurnLeft: hasTurnLeft(g, pace, at, groupEnd(g, common)),
    })),
  )
  const group = open.find((g) => g.key === key)
  return group ? withGroup(state, sit(group, person.id, pace, at, groupEnd(group, common))) : state
}

const isLeftOut = (state: State, person: PersonId): boolean => state.leftOut.includes(person)

/** Before the launch: whoever came joins the smallest proposed group; nobody else moves. */
function withDraft(state: State, draft: Draft, moment: Moment<Definition>): State {
  const seated = new Set(draft.groups.flatMap((g) => g.people))
  const known = new Set(moment.people.map((p) => p.id))
  const newcomers = inTheDraw(moment.people, draft.choice).filter(
    (p) => !seated.has(p.id) && !isLeftOut(state, p.id),
  )
  const removed = [...seated].some((id) => !known.has(id))
  if ((newcomers.length === 0 || draft.groups.length === 0) && !removed) return state
  let groups = draft.groups.map((g) => ({ ...g, people: g.people.filter((id) => known.has(id)) }))
  for (const person of newcomers) {
    const key = placeLatecomer(groups.map((g) => ({ key: g.key, size: g.people.length, hasTurnLeft: true })))
    groups = groups.map((g) => (g.key === key ? { ...g, people: [...g.people, person.id] } : g))
  }
  return { ...state, draft: { ...draft, groups, alone: draft.alone.filter((id) => known.has(id)) } }
}

const same = (a: State, b: State): boolean => JSON.stringify(a) === JSON.stringify(b)
