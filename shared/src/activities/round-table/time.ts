import type { Phase } from '../../clock/phases.ts'
import type { Moment, Setting } from '../kit/kind.ts'
import type { Definition } from './definition.ts'
import { findGroup, type Group, type State } from './state.ts'
import type { Pace } from './tour.ts'

/** Group pages stay writable for this long after the return, so that a sentence can be finished, ms. */
export const NOTES_GRACE_MS = 60_000

export const paceOf = (state: State): Pace => ({ turnMs: state.turnMs, gone: new Set(state.gone) })

/** The phase in which the groups meet; another one after each launch, so that old adjustments do not count again. */
export const groupsPhaseId = (launches: number): string => (launches < 2 ? 'groups' : `groups-${launches}`)

/**
 * Forming is open-ended and takes nothing from the groups' time; launching fixes how long it took. After the common end
 * everybody is in plenary by time alone. Marks are the instants at which single groups end.
 */
export function phases(state: State, { durationMs }: Setting<Definition>): readonly Phase[] {
  if (state.launchedAt === null) return [{ id: 'forming', ms: null }]
  const length = Math.max(0, durationMs + state.extraMs)
  const early = state.groups.flatMap((g) => (g.extraMs < 0 ? [length + g.extraMs] : []))
  const late = state.groups.flatMap((g) => (g.extraMs > 0 ? [g.extraMs, g.extraMs + NOTES_GRACE_MS] : []))
  const sorted = (marks: number[]) => [...new Set(marks)].filter((m) => m > 0).sort((a, b) => a - b)
  return [
    { id: 'forming', ms: state.launchedAt },
    { id: groupsPhaseId(state.launches), ms: length, marks: sorted(early) },
    { id: 'plenary', ms: null, marks: sorted([NOTES_GRACE_MS, ...late]) },
  ]
}

/** When all groups return, activity time; null while they are being formed. */
export function commonEnd(state: State, { location }: Moment<Definition>): number | null {
  if (state.launchedAt === null || location.phase.id === 'forming') return null
  return location.phase.id === 'plenary' ? location.startsAt : location.endsAt
}

/** When this group returns; 0 when there is no end to speak of yet. */
export function groupEnd(group: Group, common: number | null): number {
  if (common === null) return 0
  const own = common + group.extraMs
  return group.calledBackAt === null ? own : Math.min(group.calledBackAt, own)
}

/** Whether the group is together at this moment. */
export function isOpen(group: Group, state: State, moment: Moment<Definition>): boolean {
  const common = commonEnd(state, moment)
  return common !== null && group.mergedInto === null && moment.elapsed < groupEnd(group, common)
}

/** The group whose page is on the room's screen; undefined: none. Not while it meets, should it have been given time again. */
export function shownGroup(state: State, moment: Moment<Definition>): Group | undefined {
  const group = state.shown ? findGroup(state, state.shown) : undefined
  return group && group.mergedInto === null && !isOpen(group, state, moment) ? group : undefined
}
