/** How much memory the open documents take: of one session, and all together. */
import type { SharedDocument } from './document.ts'

/** The open documents take as much memory as they may, and all are in use. */
export class BusyError extends Error {
  override readonly name = 'BusyError'
}

export interface MemoryLimits {
  /** Bytes, estimated. */
  readonly session: number
  readonly process: number
}

const MIB = 1024 * 1024
/** Twelve hundred people who each have a story of their own open take some 100 MiB; a wall of ten thousand notes 30. */
export const MEMORY_LIMITS: MemoryLimits = { session: 192 * MIB, process: 320 * MIB }

export class Memory {
  readonly #limits: MemoryLimits
  readonly #weights = new Map<SharedDocument, number>()
  readonly #sessions = new Map<string, number>()
  #all = 0

  constructor(limits: MemoryLimits) {
    this.#limits = limits
  }

  /** Takes down what a document weighs now. */
  note(document: SharedDocument): void {
    this.#set(document, document.weight)
  }

  forget(document: SharedDocument): void {
    this.#set(document, 0)
    this.#weights.delete(document)
  }

  #set(document: SharedDocument, weight: number): void {
    const { session } = document.key
    const more = weight - (this.#weights.get(document) ?? 0)
    this.#weights.set(document, weight)
    this.#all += more
    const left = (this.#sessions.get(session) ?? 0) + more
    if (left > 0) this.#sessions.set(session, left)
    else this.#sessions.delete(session)
  }

  /** Is there no room for more of this session's? */
  isFull(session: string): boolean {
    return this.#all > this.#limits.process || (this.#sessions.get(session) ?? 0) > this.#limits.session
  }
}
