import type { ActivityId, Applause, Attendance, Company, Cursor, Guide, Signal } from '@escale/shared'
import { createStore, type StoreApi } from 'zustand/vanilla'

/** What people told each other in passing, as it stands. Applause is not kept: it is heard or missed. */
export interface CompanyState {
  /** What all of it is about; null: nothing runs. */
  readonly activity: ActivityId | null
  readonly attendance: Attendance
  readonly guide: Guide | null
  readonly cursors: readonly Cursor[]
  /** The key of my own cursor, another on each connection; null: not connected yet. */
  readonly cursor: number | null
}

/** By which people tell each other something in passing. */
export interface CompanyLine {
  readonly store: StoreApi<CompanyState>
  /** Lost where there is no connection. */
  readonly signal: (signal: Signal) => void
  /** Calls the listener with what is given. Returns how to stop. */
  readonly onApplause: (heard: (applause: Applause) => void) => () => void
}

export const ALONE: CompanyState = {
  activity: null,
  attendance: { here: 0, writing: 0, writers: [] },
  guide: null,
  cursors: [],
  cursor: null,
}

export const createCompanyStore = (): StoreApi<CompanyState> => createStore<CompanyState>(() => ALONE)

/** What follows from the news. Another activity begins with nothing. */
export function withNews(state: CompanyState, news: Company): CompanyState {
  const base = state.activity === news.activity ? state : { ...ALONE, cursor: state.cursor }
  return {
    activity: news.activity,
    attendance: news.attendance ?? base.attendance,
    guide: news.guide === undefined ? base.guide : news.guide,
    cursors: news.cursors ?? base.cursors,
    cursor: news.cursor ?? base.cursor,
  }
}
