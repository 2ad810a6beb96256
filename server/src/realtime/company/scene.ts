import {
  type ActivityId,
  type CompanyRules,
  drives,
  type Kinds,
  liveActivity,
  type PersonId,
  type SessionState,
} from '@escale/shared'

/** What people are together at. */
export interface Scene {
  /** null: nothing runs. */
  readonly activity: ActivityId | null
  /** Undefined: nothing is told in passing here. */
  readonly rules: CompanyRules | undefined
}

export function sceneOf(kinds: Kinds, state: SessionState, now: number): Scene {
  const live = state.status === 'running' ? liveActivity(kinds, state, state.current, now) : undefined
  return {
    activity: live?.activity.id ?? null,
    rules: live?.kind.company(live.state, live.moment),
  }
}

export function mayLead({ people }: SessionState, id: PersonId): boolean {
  const person = people[id]
  return person !== undefined && !person.removed && drives(person.role)
}
