import type { PeopleDelta, PersonId, PersonLine } from '@escale/shared'
import { createStore, type StoreApi } from 'zustand/vanilla'

export interface PeopleState {
  /** Everybody, removed people included; empty for who may not see them. */
  readonly people: ReadonlyMap<PersonId, PersonLine>
}

export const createPeopleStore = (): StoreApi<PeopleState> =>
  createStore<PeopleState>(() => ({ people: new Map() }))

/** The people after a difference; lines that have not changed stay the same objects. */
export function withDelta(
  people: ReadonlyMap<PersonId, PersonLine>,
  { whole, set, gone }: PeopleDelta,
): ReadonlyMap<PersonId, PersonLine> {
  const next = new Map(whole ? [] : people)
  for (const line of set) next.set(line.id, line)
  for (const id of gone) next.delete(id)
  return next
}
