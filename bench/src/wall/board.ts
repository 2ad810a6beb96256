/** A wall with notes in a real browser, ours or another: what the bench asks of it. */
import type { CDPSession, Page } from 'playwright-core'
import type { BenchNote } from './notes.ts'

/** A page with notes on it. */
export interface Opened {
  readonly page: Page
  readonly client: CDPSession
  /** Where the hand is: over the middle of the board, or over the list; CSS px of the page. */
  readonly middle: { readonly x: number; readonly y: number }
  /** From the navigation, ms. */
  readonly firstMs: number
  readonly allMs: number
  readonly count: () => Promise<number>
  /** Another note comes from somebody else. */
  readonly add: (note: BenchNote) => Promise<unknown>
  readonly close: () => Promise<void>
}

export interface OpenedBoard extends Opened {
  /** One turn of the wheel with the control key that brings the eye nearer by one step. */
  readonly nearerDelta: number
  readonly zoom: () => Promise<number>
}

interface Kind<Name extends string, O extends Opened> {
  readonly name: Name
  readonly title: string
  readonly open: (notes: readonly BenchNote[]) => Promise<O>
}

export type BoardKind = Kind<'ours' | 'excalidraw', OpenedBoard>
/** Notes that one scrolls through, without a board. */
export type ListKind = Kind<'columns' | 'zones', Opened>
export type WallName = BoardKind['name'] | ListKind['name']

/** Both boards are as large, CSS px. */
export const BOARD_SIZE = { width: 1_300, height: 660 }
