/** What comes from the readers of a document, and what they are told. */
import type { DocumentShape } from '@escale/shared'
import type { Offer, Verdict } from './content.ts'
import type { Decoded } from './inspect-update.ts'
import type { Wire } from './wire.ts'

export interface Reader {
  /** Relays wait until the reader has asked for the document. */
  readonly synced: boolean
  send(frame: Wire): void
  /** Like `send`, for what may be skipped. */
  offer(frame: Wire): void
  /** What is sent between the two leaves in one piece. */
  hold(): void
  release(): void
  /** There is nothing to read any more. */
  close(reason: 'notAllowed'): void
  /** What they sent has kept the main thread busy for so long. */
  charge(ms: number): void
}

/** What became of an update that was submitted. */
export type Fate = 'committed' | 'storage' | Verdict

export interface Submission extends Offer {
  readonly from: Reader | undefined
  readonly done: (fate: Fate) => void
}

/** What a client sends; the server's own has neither shape nor person. */
export interface Submitted {
  /** Undefined: nothing new, but wait for what came before. */
  readonly update: Uint8Array | undefined
  readonly ends: ReadonlyMap<number, number>
  readonly decoded?: Decoded
  readonly shape?: DocumentShape
  readonly person?: string
  readonly from?: Reader
  readonly done: (fate: Fate) => void
}
