/** What the viewer asked for on a wall, while the page is open: what undo and redo go back and forth in. */
import type { WallNote } from '@escale/shared'
import type { WallEdit } from '@escale/shared/activities/wall'
import { createStore, type StoreApi } from 'zustand'

/** Older deeds are forgotten. */
const KEPT = 50

/** What the viewer saw when they asked. */
export interface Seen {
  readonly notes: readonly WallNote[]
  readonly mine: readonly WallNote[]
  readonly titles: ReadonlyMap<string, string>
}

/** One deed: what was asked, and the wall as it was then. Which notes it touched is asked when it is undone (`plan.ts`). */
export interface Deed extends Seen {
  readonly edits: readonly WallEdit[]
}

export interface Asked {
  readonly past: readonly Deed[]
  readonly future: readonly Deed[]
  /** Gives back how to forget it: it was refused. */
  readonly record: (edits: readonly WallEdit[], seen: Seen) => () => void
}

export type AskedStore = StoreApi<Asked>

export const createAsked = (): AskedStore =>
  createStore<Asked>()((set) => ({
    past: [],
    future: [],
    record: (edits, seen) => {
      const deed: Deed = { ...seen, edits }
      set(({ past }) => ({ past: [...past, deed].slice(-KEPT), future: [] }))
      return () => set(({ past }) => ({ past: past.filter((one) => one !== deed) }))
    },
  }))
