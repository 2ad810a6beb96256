/** What the sync server needs from the rest of the house. */
import type { IncomingMessage } from 'node:http'
import type { Access, ActivityId, As, DocumentShape, SessionId, Signature, Viewer } from '@escale/shared'
import type { Store } from '../store/store.ts'

/** The part of the store that holds documents. */
export type DocumentStore = Pick<
  Store,
  'appendUpdates' | 'loadDocument' | 'listDocuments' | 'compactDocument' | 'forgetDocuments'
>

/** Who holds which right now. Answers change with time: `onChange` says when to ask again. */
export interface SessionRights {
  access(activity: ActivityId, name: string, viewer: Viewer): Access
  /** What people may write into a document themselves; null: nothing. */
  shape(activity: ActivityId, name: string): DocumentShape | null
  /** What presence at a document says of a viewer; undefined: not who it is; null: nothing at all. */
  signature(activity: ActivityId, name: string, viewer: Viewer): Signature | undefined | null
  /** Called after anything that may have changed a right; returns how to stop it. */
  onChange(listener: () => void): () => void
}

export interface DocumentRights {
  /** Undefined: there is no such session. */
  open(session: SessionId): Promise<SessionRights | undefined>
}

export interface Doorkeeper {
  /** May this page talk to us at all (Origin)? */
  isOriginAllowed(request: IncomingMessage): boolean
  /** Whose cookie the request shows for this role of this session. Undefined: nobody's. */
  viewer(request: IncomingMessage, as: As, session: SessionId): Promise<Viewer | undefined>
}

/** One line per event for the log; never a name, a text or an address. */
export type SyncLog = (event: string, detail: Readonly<Record<string, string | number>>) => void
