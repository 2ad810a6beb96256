/** What facilitators do with the groups (docs/spec/round-table.md, R3 to R9 and R23 to R31). */
import { accept, type Outcome, refuse } from '../../outcome.ts'
import { drives } from '../../people/drives.ts'
import type { ActionMoment, Change } from '../kit/kind.ts'
import { type Action, type FacilitatorAction, isOfOneGroup, type OneGroupAction } from './actions.ts'
import type { Definition } from './definition.ts'
import { launch, move, putDraft, unlaunch } from './launch.ts'
import { merge, part } from './seats.ts'
import { findGroup, type Group, type State, withGroup } from './state.ts'
import { commonEnd, groupEnd, isOpen, paceOf } from './time.ts'
import { settle } from './tour.ts'

type Result = Outcome<Change<State, Action>>

/** The group as it stands now, when it is together. */
function openGroup(state: State, key: string, moment: ActionMoment<Definition>): Outcome<Group> {
  const group = findGroup(state, key)
  if (group === undefined) return refuse('stale')
  if (!isOpen(group, state, moment)) return refuse('closed')
  return accept(settle(group, paceOf(state), moment.elapsed))
}

export function reduceFacilitator(
  state: State,
  action: FacilitatorAction,
  moment: ActionMoment<Definition>,
): Result {
  const { actor } = moment
  if (!drives(actor.role) || actor.id === null) return refuse('not-allowed')
  switch (action.type) {
    case 'propose':
      return action.prepared ? putDraft(state, action.prepared, moment) : refuse('invalid')
    case 'draft':
      return putDraft(state, action.draft, moment)
    case 'move':
      return move(state, action, moment)
    case 'launch':
      return launch(state, action, moment)
    case 'unlaunch':
      return unlaunch(state, moment)
    case 'extend':
      return extend(state, action.group, action.ms, moment)
    case 'call-back':
      return action.group === null
        ? callAllBack(state, action.inMs ?? 0, moment)
        : callBack(state, action.group, action.inMs ?? 0, moment)
    case 'reopen': {
      const group = findGroup(state, action.group)
      const again = group && { ...group, calledBackAt: null }
      if (group?.calledBackAt == null || again === undefined || !isOpen(again, state, moment))
        return refuse('not-now')
      return accept({ state: withGroup(state, again), inverse: { type: 'call-back', group: again.key } })
    }
    case 'merge': {
      const from = openGroup(state, action.from, moment)
      const into = openGroup(state, action.into, moment)
      if (!from.ok) return from
      if (!into.ok) return into
      if (from.value.key === into.value.key) return refuse('invalid')
      return accept({
        state: merge(state, from.value, into.value, paceOf(state), moment.elapsed),
        inverse: {
          type: 'part',
          from: action.from,
          into: action.into,
          people: from.value.seats.map((s) => s.person),
        },
      })
    }
    case 'part': {
      const from = findGroup(state, action.from)
      const into = findGroup(state, action.into)
      if (from?.mergedInto !== action.into || into === undefined) return refuse('not-now')
      const open = isOpen(into, state, moment)
      const settled = open ? settle(into, paceOf(state), moment.elapsed) : into
      const parted = part(state, from, settled, action.people, paceOf(state), moment.elapsed)
      const bothOpen = open && isOpen({ ...from, mergedInto: null }, state, moment)
      return accept(
        bothOpen
          ? { state: parted, inverse: { type: 'merge', from: action.from, into: action.into } }
          : { state: parted },
      )
    }
    case 'together':
      return together(state, action.actions, moment)
    case 'help-take':
    case 'help-answer': {
      const group = findGroup(state, action.group)
      if (group === undefined || group.help === null) return refuse('stale')
      if (action.type === 'help-answer') return accept({ state: withGroup(state, { ...group, help: null }) })
      if (group.help.takenBy !== null) return refuse('already')
      return accept({ state: withGroup(state, { ...group, help: { ...group.help, takenBy: actor.id } }) })
    }
    case 'visit': {
      const { [actor.id]: _left, ...others } = state.visits
      if (action.group === null) return accept({ state: { ...state, visits: others } })
      const group = openGroup(state, action.group, moment)
      return group.ok
        ? accept({ state: { ...state, visits: { ...others, [actor.id]: action.group } } })
        : group
    }
    case 'show-page': {
      const before = state.shown ?? null
      if (action.group === before) return refuse('already')
      if (action.group !== null) {
        const group = findGroup(state, action.group)
        if (group === undefined || group.mergedInto !== null) return refuse('stale')
        // What a group still writes is nobody else's.
        if (isOpen(group, state, moment)) return refuse('not-now')
      }
      return accept({
        state: { ...state, shown: action.group },
        inverse: { type: 'show-page', group: before },
      })
    }
  }
}

/** One after the other, without those for which it is too late; taken back from the last to the first. */
function together(
  state: State,
  actions: readonly OneGroupAction[],
  moment: ActionMoment<Definition>,
): Result {
  let now = state
  let refused: Result = refuse('invalid')
  const inverses: OneGroupAction[] = []
  for (const action of actions) {
    const next = reduceFacilitator(now, action, moment)
    if (!next.ok) {
      refused = next
      continue
    }
    now = next.value.state
    const { inverse } = next.value
    if (inverse !== undefined && isOfOneGroup(inverse)) inverses.unshift(inverse)
  }
  if (now === state) return refused
  return accept(
    inverses.length > 0 ? { state: now, inverse: { type: 'together', actions: inverses } } : { state: now },
  )
}

/** Moves the end of one group or of all; never to before now. */
function extend(state: State, key: string | null, ms: number, moment: ActionMoment<Definition>): Result {
  const common = commonEnd(state, moment)
  if (common === null || ms === 0) return refuse('not-now')
  if (key === null) {
    // After the return, time given counts from now.
    const change = ms > 0 ? Math.max(0, moment.elapsed - common) + ms : Math.max(ms, moment.elapsed - common)
    if (change === 0 || (ms < 0 && change > 0)) return refuse('not-now')
    const groups = state.groups.map((g) => ({ ...g, asksTimeAt: ms > 0 ? null : g.asksTimeAt }))
    return accept({
      state: { ...state, extraMs: state.extraMs + change, groups },
      inverse: { type: 'extend', group: null, ms: -change },
    })
  }
  const group = findGroup(state, key)
  if (group === undefined || group.mergedInto !== null) return refuse('stale')
  if (group.calledBackAt !== null) return refuse('closed')
  const end = groupEnd(group, common)
  const change = ms > 0 ? Math.max(0, moment.elapsed - end) + ms : Math.max(ms, moment.elapsed - end)
  if (change === 0 || (ms < 0 && change > 0)) return refuse('not-now')
  return accept({
    state: withGroup(state, {
      ...group,
      extraMs: group.extraMs + change,
      asksTimeAt: ms > 0 ? null : group.asksTimeAt,
    }),
    inverse: { type: 'extend', group: key, ms: -change },
  })
}

/** One group returns in `inMs`. With no delay it is closed, and can be opened again as it was. */
function callBack(state: State, key: string, inMs: number, moment: ActionMoment<Definition>): Result {
  const open = openGroup(state, key, moment)
  if (!open.ok) return open
  const group = open.value
  if (inMs === 0)
    return accept({
      state: withGroup(state, { ...group, calledBackAt: moment.elapsed }),
      inverse: { type: 'reopen', group: key },
    })
  const cut = groupEnd(group, commonEnd(state, moment)) - (moment.elapsed + inMs)
  if (cut <= 0) return refuse('already')
  return accept({
    state: withGroup(state, { ...group, extraMs: group.extraMs - cut }),
    inverse: { type: 'extend', group: key, ms: cut },
  })
}

/** All groups return in `inMs` at the latest, those too that were given longer. */
function callAllBack(state: State, inMs: number, moment: ActionMoment<Definition>): Result {
  const common = commonEnd(state, moment) ?? moment.elapsed
  const endOf = (group: Group) => groupEnd(group, common)
  const latest = moment.elapsed + inMs
  const open = state.groups.filter((g) => isOpen(g, state, moment))
  if (open.length === 0) return refuse('not-now')
  const cut = Math.max(0, common - latest)
  if (cut === 0 && inMs > 0 && open.every((g) => endOf(g) <= latest)) return refuse('already')
  // Past the common end, what a group was given longer is all that it has.
  const longest = Math.max(0, latest - common)
  const groups = state.groups.map((g) =>
    open.includes(g) && g.extraMs > 0 ? { ...g, extraMs: inMs === 0 ? 0 : Math.min(g.extraMs, longest) } : g,
  )
  const next = { ...state, extraMs: state.extraMs - cut, groups }
  return accept(
    cut > 0 ? { state: next, inverse: { type: 'extend', group: null, ms: cut } } : { state: next },
  )
}
