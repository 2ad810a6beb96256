import type { SessionId } from '@escale/shared'
import type * as Y from 'yjs'

/** The documents of one activity, for server code. */
export interface ActivityDocuments {
  /** Those that hold something. */
  names(): Promise<readonly string[]>
  /** A copy; undefined when nobody wrote in it. */
  read(name: string): Promise<Y.Doc | undefined>
  /** Resolves when committed. @throws Error when it could not be stored */
  write(name: string, change: (doc: Y.Doc) => void): Promise<void>
}

/** What is true of a started activity now. Checked by its kind; an effect knows its own kind's types. */
export interface Occurrence {
  readonly session: SessionId
  readonly definition: unknown
  readonly state: unknown
  readonly documents: ActivityDocuments
}

/**
 * What a kind does on the server beside its state. `settle` is called after each commit that changed the activity's state
 * or definition, and when the session is loaded: it looks at what is true and does what is still to be done. It must be
 * safe to repeat, because the server may die in the middle of it.
 */
export interface ActivityEffects {
  settle(occurrence: Occurrence): Promise<void>
}
