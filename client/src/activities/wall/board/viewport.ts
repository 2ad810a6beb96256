/** What somebody sees of a board: to follow and to be followed. */
import { createContext } from 'react'

/** The rectangle seen, in board units. */
export interface Look {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface ViewportControl {
  readonly look: () => Look
  /** `me`: the viewer moved; `program`: `show` did. */
  readonly subscribe: (changed: (by: 'me' | 'program') => void) => () => void
  /** Makes the whole rectangle seen, as large as it goes. */
  readonly show: (look: Look, smooth: boolean) => void
}

/** Whoever is within can reach the board that is shown now; null: none is. */
export const BoardControlContext = createContext<{ current: ViewportControl | null }>({ current: null })
