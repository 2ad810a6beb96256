/** From a draft to groups and back, and moving one person (R5 to R9, R24). */
import { movePerson } from '../../groups/change.ts'
import { accept, type Outcome, refuse } from '../../outcome.ts'
import type { ActionMoment, Change } from '../kit/kind.ts'
import type { Action } from './actions.ts'
import { choiceOf, type Definition } from './definition.ts'
import { emptyGroup } from './forming.ts'
import { leave, newGroup, sit } from './seats.ts'
import { type Draft, type DraftGroup, goneOf, groupOf, nextKey, type State, withGroup } from './state.ts'
import { commonEnd, groupEnd, isOpen, paceOf } from './time.ts'
import { settle } from './tour.ts'

type Result = Outcome<Change<State, Action>>

/** A draft in which everybody is in the roster and nobody sits twice. */
function sound(draft: Draft, { people }: ActionMoment<Definition>): Draft {
  const free = new Set(people.map((p) => p.id))
  const groups = draft.groups.map((g) => ({ ...g, people: g.people.filter((id) => free.delete(id)) }))
  return { ...draft, groups }
}

export function putDraft(state: State, draft: Draft | null, moment: ActionMoment<Definition>): Result {
  if (state.launchedAt !== null) return refuse('not-now')
  const keys = draft?.groups.map((g) => g.key) ?? []
  if (new Set(keys).size !== keys.length) return refuse('invalid')
  return accept({
    state: { ...state, draft: draft && sound(draft, moment), leftOut: [] },
    inverse: { type: 'draft', draft: state.draft },
  })
}

export function move(
  state: State,
  action: Extract<Action, { type: 'move' }>,
  moment: ActionMoment<Definition>,
): Result {
  const { person, to, prepared } = action
  if (!moment.people.some((p) => p.id === person)) return refuse('unknown-person')
  if (state.launchedAt !== null) return moveSeat(state, person, to, moment)
  const { draft } = state
  if (draft === null) return refuse('not-now')
  const from = draft.groups.find((g) => g.people.includes(person))?.key ?? null
  if (from === to) return refuse('already')
  // The only group that may be new is the next one.
  if (to !== null && !draft.groups.some((g) => g.key === to) && to !== nextKey(draft.groups))
    return refuse('stale')
  const groups = movePerson(draft.groups, person, to, (key) => emptyGroup(key, state.launches))
  return accept({
    state: {
      ...state,
      leftOut: leftOutAfter(state, person, to),
      draft: { ...draft, groups, alone: prepared?.alone ?? draft.alone },
    },
    inverse: { type: 'move', person, to: from },
  })
}

const leftOutAfter = (state: State, person: string, to: string | null): string[] => [
  ...state.leftOut.filter((id) => id !== person),
  ...(to === null ? [person] : []),
]

/** After the launch: out of one group, last in the other's order. */
function moveSeat(state: State, person: string, to: string | null, moment: ActionMoment<Definition>): Result {
  const pace = paceOf(state)
  const at = moment.elapsed
  const from = groupOf(state, person)
  if ((from?.key ?? null) === to) return refuse('already')
  const target = to === null ? undefined : state.groups.find((g) => g.key === to)
  if (to !== null && target === undefined) return refuse('stale')
  if (target && !isOpen(target, state, moment)) return refuse('closed')
  const left = from && leave(isOpen(from, state, moment) ? settle(from, pace, at) : from, person, pace, at)
  const without = left ? withGroup(state, left.group) : state
  const end = target ? groupEnd(target, commonEnd(state, moment)) : 0
  const next = target
    ? withGroup(without, sit(settle(target, pace, at), person, pace, at, end, left?.seat))
    : without
  const moved = {
    ...next,
    gone: goneOf(next.groups, moment.people),
    leftOut: leftOutAfter(state, person, to),
  }
  const mayReturn = from === undefined || isOpen(from, state, moment)
  return accept(
    mayReturn ? { state: moved, inverse: { type: 'move', person, to: from?.key ?? null } } : { state: moved },
  )
}

/** Everybody goes where the preview said, in the prepared orders; empty groups are left behind. */
export function launch(
  state: State,
  action: Extract<Action, { type: 'launch' }>,
  { elapsed, definition, people }: ActionMoment<Definition>,
): Result {
  if (state.launchedAt !== null) return refuse('already')
  const filled = state.draft?.groups.filter((g) => g.people.length > 0) ?? []
  if (filled.length === 0) return refuse('not-now')
  const groups = filled.map((draft) => {
    const order = action.prepared?.orders[draft.key] ?? []
    const ordered = [...new Set([...order.filter((id) => draft.people.includes(id)), ...draft.people])]
    const group = newGroup(draft.key, ordered, draft.pages, elapsed)
    return definition.autoAdvance ? { ...group, autoFrom: elapsed } : group
  })
  const { turnMs } = state.draft?.choice ?? choiceOf(definition)
  return accept({
    state: {
      ...state,
      groups,
      gone: goneOf(groups, people),
      turnMs,
      launchedAt: elapsed,
      launches: state.launches + 1,
      extraMs: 0,
      visits: {},
      shown: null,
    },
    inverse: { type: 'unlaunch' },
  })
}

/**
 * Back to forming, with the groups as they are now, without those who were removed meanwhile: launching again keeps them
 * unless somebody draws anew.
 */
export function unlaunch(state: State, { people }: ActionMoment<Definition>): Result {
  if (state.launchedAt === null || state.draft === null) return refuse('not-now')
  const groups: DraftGroup[] = state.groups
    .filter((g) => g.mergedInto === null)
    .map((g) => ({ key: g.key, people: g.seats.map((s) => s.person), pages: g.pages }))
  const known = new Set(people.map((p) => p.id))
  return accept({
    state: {
      ...state,
      launchedAt: null,
      groups: [],
      visits: {},
      shown: null,
      draft: {
        ...state.draft,
        groups: groups.map((g) => ({ ...g, people: g.people.filter((id) => known.has(id)) })),
      },
      past: [...state.past, ...groups],
    },
  })
}
