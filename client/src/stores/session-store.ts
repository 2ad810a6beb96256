import { createStore, type StoreApi } from 'zustand/vanilla'
import { NO_SLICES, type Slices } from '../connection/frames.ts'

export interface SessionStoreState extends Slices {
  /** Seq of the log that the slices reflect. */
  readonly seq: number
}

export const createSessionStore = (): StoreApi<SessionStoreState> =>
  createStore<SessionStoreState>(() => ({ ...NO_SLICES, seq: 0 }))
