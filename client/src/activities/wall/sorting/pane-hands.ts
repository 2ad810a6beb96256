import type { KeyboardEvent } from 'react'

/** What the lazily loaded tools do with a key, once they are here. */
export interface PaneHands {
  onKey: (event: KeyboardEvent) => void
  /** Asks for a stack's new name. */
  onRename: ((stack: string) => void) | undefined
  /** Ids of all that the list would show; null: what is in the page is all. */
  shown: (() => readonly string[]) | null
}
