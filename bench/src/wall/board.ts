/** A board with notes in a real browser, ours or another: what the bench asks of it. */
import type { CDPSession, Page } from 'playwright-core'
import type { BenchNote } from './notes.ts'

export interface Opened {
  readonly page: Page
  readonly client: CDPSession
  /** The middle of the board, CSS px of the page. */
  readonly middle: { readonly x: number; readonly y: number }
  /** From the navigation, ms. */
  readonly firstMs: number
  readonly allMs: number
  /** One turn of the wheel with the control key that brings the eye nearer by one step. */
  readonly nearerDelta: number
  readonly zoom: () => Promise<number>
  readonly count: () => Promise<number>
  /** Another note comes from somebody else. */
  readonly add: (note: BenchNote) => Promise<unknown>
  readonly close: () => Promise<void>
}

export interface BoardKind {
  readonly name: 'ours' | 'excalidraw'
  readonly title: string
  readonly open: (notes: readonly BenchNote[]) => Promise<Opened>
}

/** Both boards are as large, CSS px. */
export const BOARD_SIZE = { width: 1_300, height: 660 }
