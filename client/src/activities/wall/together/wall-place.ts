import { type RefObject, useRef, useState, useSyncExternalStore } from 'react'
import type { ViewportControl } from '../board/viewport.ts'
import { ControlHolder } from './control-holder.ts'

/** Where the notes are on this page: what scrolls them, or the board that shows them. */
export interface WallPlace {
  readonly root: RefObject<HTMLElement | null>
  /** Given to the board by `BoardControlContext`. */
  readonly holder: ControlHolder
  /** null: the notes are in a list or in columns, or the board is not there yet. */
  readonly control: ViewportControl | null
}

export function useWallPlace(): WallPlace {
  const root = useRef<HTMLElement>(null)
  const [holder] = useState(() => new ControlHolder())
  const control = useSyncExternalStore(holder.subscribe, holder.read)
  return { root, holder, control }
}
