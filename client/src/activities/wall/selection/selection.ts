/** Which notes the viewer has picked, to do one thing with all of them. */
import { createContext, use } from 'react'
import { createStore, type StoreApi, useStore } from 'zustand'

export interface Selection {
  readonly ids: ReadonlySet<string>
  /** A click picks, it does not open. */
  readonly isOn: boolean
  readonly turn: (isOn: boolean) => void
  /** In, if it is out; out, if it is in. */
  readonly toggle: (id: string) => void
  /** These and those that were picked before. */
  readonly add: (ids: Iterable<string>) => void
  /** These and no others. */
  readonly only: (ids: Iterable<string>) => void
  readonly clear: () => void
}

export type SelectionStore = StoreApi<Selection>

const NONE: ReadonlySet<string> = new Set()

export const createSelection = (): SelectionStore =>
  createStore<Selection>()((set, get) => ({
    ids: NONE,
    isOn: false,
    turn: (isOn) => set(isOn ? { isOn } : { isOn, ids: NONE }),
    toggle: (id) => {
      const ids = new Set(get().ids)
      if (!ids.delete(id)) ids.add(id)
      set({ ids })
    },
    add: (ids) => set({ ids: new Set([...get().ids, ...ids]) }),
    only: (ids) => set({ ids: new Set(ids) }),
    clear: () => set({ ids: NONE }),
  }))

/** Where nobody may pick anything there is none. */
export const SelectionContext = createContext<SelectionStore | null>(null)

const NOTHING = createSelection()

/** What of the selection is asked for; where nobody may pick anything, nothing is picked. */
export const useSelection = <T>(ask: (selection: Selection) => T): T =>
  useStore(use(SelectionContext) ?? NOTHING, ask)

/** Is this note picked? Rendered again only when that changes. */
export const useIsSelected = (id: string): boolean => useSelection((selection) => selection.ids.has(id))
