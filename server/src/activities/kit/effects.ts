import type { Person, SessionId } from '@escale/shared'
import type * as Y from 'yjs'

/** The documents of one activity, for server code. */
export interface ActivityDocuments {
  /** Those that hold something. */
  names(): Promise<readonly string[]>
  /** Not a copy, and for reading only; undefined when nobody wrote in it. */
  read(name: string): Promise<Y.Doc | undefined>
  /** Resolves when committed. @throws Error when it could not be stored */
  write(name: string, change: (doc: Y.Doc) => void): Promise<void>
  /** Resolves when everything that people have been let write so far is committed, or has failed. */
  settled(): Promise<void>
  /** Removes documents in which nobody writes any more: afterwards no byte of them is stored. @throws Error */
  forget(names: readonly string[]): Promise<void>
}

/** What is true of a started activity now. Checked by its kind; an effect knows its own kind's types. */
export interface Occurrence {
  readonly session: SessionId
  readonly definition: unknown
  readonly state: unknown
  /** Activity time, ms. */
  readonly elapsed: number
  /** Everybody who has joined and was not removed. */
  readonly people: readonly Person[]
  /** The session is over. */
  readonly ended: boolean
  readonly documents: ActivityDocuments
}

/**
 * What a kind does on the server beside its state. `settle` is called after each commit that changed the activity's state,
 * run or definition, and when the session is loaded: it looks at what is true and does what is still to be done. It must be
 * safe to repeat, because the server may die in the middle of it.
 */
export interface ActivityEffects {
  settle(occurrence: Occurrence): Promise<void>
  /**
   * The same, called after each `settle`, after what people asked to have written (once for all that came in a while), and
   * at the time that it asked for. Answers the activity time at which it wants to be called again, ms; undefined: not by time.
   */
  keepUp?(occurrence: Occurrence): Promise<number | undefined>
}
