import type { Person } from '../people/person.ts'
import { kindOf, liveActivity } from './moment.ts'
import { findActivity, type SessionState } from './state.ts'
import type { Occasion } from './step.ts'

/** Puts changed people in place and lets every started activity's kind follow. */
export function withPeople(
  state: SessionState,
  changed: readonly Person[],
  { kinds, at }: Occasion,
): SessionState {
  let next: SessionState = {
    ...state,
    people: { ...state.people, ...Object.fromEntries(changed.map((p) => [p.id, p])) },
  }
  for (const [id, started] of Object.entries(next.runs)) {
    if (!kindOf(kinds, findActivity(next, id)?.kind ?? '')?.followsPeople) continue
    const live = liveActivity(kinds, next, id, at)
    const followed = live ? live.kind.peopleChanged(live.state, live.moment) : started.state
    if (followed !== started.state)
      next = { ...next, runs: { ...next.runs, [id]: { ...started, state: followed } } }
  }
  return next
}
