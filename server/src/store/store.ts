/**
 * The `Store` port: everything that outlives the process. One contract (`contract.ts`) runs on every adapter.
 * A promise that resolves means: on the disk. Nothing is acknowledged or told to anybody before that.
 */
import type {
  Device,
  Erased,
  Genesis,
  Identities,
  Identity,
  KeyRole,
  LoggedEvent,
  PersonId,
  SessionId,
} from '@escale/shared'

export type StoreFault =
  /** Somebody else has written this seq: reload and try again. */
  | 'wrong-seq'
  /** This command is in the log already. */
  | 'duplicate-command'
  /** The join code or the id is in use. */
  | 'taken'
  | 'unknown-session'
  /** The key on whose strength this was asked is revoked. */
  | 'key-gone'
  /** The disk, the file or the worker failed; nothing has changed. */
  | 'storage'

export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly fault: StoreFault
  constructor(fault: StoreFault, message: string = fault) {
    super(message)
    this.fault = fault
  }
}

export interface SessionRow {
  readonly id: SessionId
  /** Eight symbols, normal form. */
  readonly code: string
  readonly genesis: Genesis
  /** Server time, ms; null while the session goes on. An ended session is not found by its code. */
  readonly endedAt: number | null
}

export interface StoredSession extends SessionRow {
  /** Server time, ms: when it was last used, as far as that is noted (`markUsed`). */
  readonly usedAt: number
  /** Since when it is deleted, server time, ms; null: it is not. Whoever asks for it is told that it is gone. */
  readonly deletedAt: number | null
}

/** How long sessions are kept (docs/spec/retention.md). */
export interface Keeping {
  /** After the last use; a workshop may say less. */
  readonly days: number
  /** After it was deleted, ms. */
  readonly deletedMs: number
}

/** A secret's hash and what it opens. The role here says which cookie; what a person may do is in the session's state. */
export interface KeyRow {
  /** Names the key, also to those who may end it; opens nothing. */
  readonly id: string
  /** SHA-256, base64url: of a link's secret, or of a browser's secret and the place (`auth/secrets.ts`). */
  readonly hash: string
  readonly session: SessionId
  /** null: a screen, or somebody who only reads. */
  readonly person: PersonId | null
  readonly role: KeyRole
  readonly kind: 'link' | 'cookie'
  /** Server time, ms. */
  readonly createdAt: number
  /** Of those who drive: what may be told of the browser that holds a cookie. */
  readonly device: Device | null
  /** Of those who drive: when a link was last exchanged, when somebody was last there with a cookie; null: never. */
  readonly usedAt: number | null
  /** Server time, ms, from which it opens nothing any more; absent: it has no end of its own. */
  readonly until?: number
}

/** Keys of a session that match all that is given. */
export interface KeysMeant {
  readonly id?: string
  readonly person?: PersonId
  readonly role?: KeyRole
  readonly kind?: KeyRow['kind']
  /** All but this one, by id. */
  readonly except?: string
}

/** What happens to the keys of one session, in this order, whole or not at all. */
export interface KeyChange {
  /** Only while this key, by id, is held: whoever is shut out at the same moment changes nothing. */
  readonly by?: string
  readonly end?: readonly KeysMeant[]
  /** Puts a key under another hash; one that was there already stays, and the key that would move ends. */
  readonly move?: readonly { readonly from: string; readonly to: string }[]
  /** One under the same hash is replaced: a browser holds one place of a kind in a session. */
  readonly add?: readonly KeyRow[]
}

/** What happens to one person's name together with an event. */
export type IdentityChange =
  /** The one before is kept under the event's seq, so that its undo finds it. */
  | { readonly person: PersonId; readonly set: Identity }
  /**
   * Gives back the identity that the event `revert` replaced; nothing when it is not known any more. The one before is kept
   * under the event's seq, as above.
   */
  | { readonly person: PersonId; readonly revert: number }

/** All that one accepted command changes, written whole or not at all. */
export interface Entry {
  readonly event: LoggedEvent
  readonly identity?: IdentityChange
  readonly keys?: readonly KeyRow[]
  /** Whose keys all end. */
  readonly endKeysOf?: readonly PersonId[]
  /** Sets the session's end; null opens it again. With the end go the earlier names of its people. */
  readonly endedAt?: number | null
  /** Who is erased from here on: noted until all that it means is done (`finishErasure`). */
  readonly erase?: Omit<ErasureRow, 'session'>
  /** Earlier events of the log, and what they say now: words that nobody may read any more go. */
  readonly rewrites?: readonly Rewrite[]
  /** For how many days after its last use the session is kept; null: as long as the server keeps any. */
  readonly keepDays?: number | null
}

/** An event of the log as it is from now on; of the same form, so that the log replays to the same state but for words. */
export type Rewrite = Pick<LoggedEvent, 'seq' | 'command'>

/** Somebody who is being erased. */
export interface ErasureRow {
  readonly session: SessionId
  readonly person: PersonId
  readonly signed: Erased['signed']
}

export interface DocumentKey {
  readonly session: SessionId
  readonly activity: string
  readonly name: string
}

export interface StoredDocument {
  /** The state up to some point as one update; null when there is none yet. */
  readonly snapshot: Uint8Array | null
  /** What came after the snapshot, in order. */
  readonly updates: readonly Uint8Array[]
  readonly extent: Extent
}

/** Names what a document held at some moment, for `compactDocument`. */
export interface Extent {
  /** How often its log has been replaced by a snapshot. */
  readonly snapshots: number
  /** The id of the last entry in its log; 0 when there is none. */
  readonly upTo: number
  /** How many entries the log had; what was appended together is one. */
  readonly entries: number
}

export interface FileRow {
  readonly id: string
  readonly session: SessionId
  readonly mediaType: string
  readonly width: number
  readonly height: number
  readonly bytes: Uint8Array
  /** Server time, ms, to the hour: it must not tell who sent it. */
  readonly addedAt: number
}

export interface FilesWeight {
  readonly files: number
  readonly bytes: number
}

export interface Store {
  /** @throws StoreError `taken` */
  createSession(session: SessionRow): Promise<void>
  getSession(id: SessionId): Promise<StoredSession | undefined>
  /** Finds sessions only that have not ended and are not deleted. */
  findSessionByCode(code: string): Promise<StoredSession | undefined>

  /** Notes that a session was used. What is noted never goes back. */
  markUsed(session: SessionId, at: number): Promise<void>
  /** Deletes a session, or (null) brings it back; all of it is kept meanwhile. */
  setDeleted(session: SessionId, at: number | null): Promise<void>
  /** Some sessions whose time is over at `now`, PURGED_AT_ONCE at most. */
  listOver(now: number, keeping: Keeping): Promise<SessionId[]>
  /** From here on nobody opens it or brings it back. False, and nothing done: its time is not over. */
  condemn(session: SessionId, now: number, keeping: Keeping): Promise<boolean>
  /** Removes a part of all that a condemned session left. True: nothing is left of it. To be called until then. */
  purgeSome(session: SessionId): Promise<boolean>

  /**
   * Appends entries with consecutive seqs to one session's log, all or none.
   * @throws StoreError `wrong-seq` unless the first seq is the last written one plus one; `duplicate-command`; `unknown-session`
   */
  append(session: SessionId, entries: readonly Entry[]): Promise<void>
  /** The log after `after`, in order. */
  loadEvents(session: SessionId, after: number): Promise<LoggedEvent[]>
  /** How many bytes of the log's commands each has written; null: the server. Nobody who has written none. */
  weighLog(session: SessionId): Promise<ReadonlyMap<PersonId | null, number>>
  loadIdentities(session: SessionId): Promise<Identities>
  /** Rewrites events of a log. */
  rewrite(session: SessionId, rewrites: readonly Rewrite[]): Promise<void>
  /** Everybody who is being erased, anywhere. */
  listErasures(): Promise<ErasureRow[]>
  /** The last step of an erasure, whole or not at all: the log is rewritten, and names and keys of this person go. */
  finishErasure(session: SessionId, person: PersonId, rewrites: readonly Rewrite[]): Promise<void>
  /** Forgets the earlier names of people who were last renamed before `before`, everywhere. */
  forgetEarlierNames(before: number): Promise<void>

  /**
   * Changes the keys of one session; answers the ids of those that ended, replaced ones too.
   * @throws StoreError `key-gone`, `unknown-session`
   */
  changeKeys(session: SessionId, change: KeyChange): Promise<string[]>
  /** undefined when unknown or revoked. */
  findKey(hash: string): Promise<KeyRow | undefined>
  /** The oldest first. */
  listKeys(session: SessionId, which: KeysMeant): Promise<KeyRow[]>
  /** Somebody was there with these keys, by id. Those that have ended meanwhile are no error. */
  touchKeys(ids: readonly string[], usedAt: number): Promise<void>

  /**
   * Appends one entry to a document's log; answers its id, which is larger than all before.
   * @param updates Yjs updates, V1, in order; all or none are kept.
   * @throws StoreError `unknown-session`
   */
  appendUpdates(document: DocumentKey, updates: readonly Uint8Array[]): Promise<number>
  loadDocument(document: DocumentKey): Promise<StoredDocument>
  /** The activities of a session that have documents, also those that have left the plan. */
  listActivities(session: SessionId): Promise<string[]>
  /** The names of an activity's documents that hold something, in alphabetical order. */
  listDocuments(session: SessionId, activity: string): Promise<string[]>
  /**
   * Replaces the content that `extent` names by one snapshot; what came later stays. False, and nothing done, when that is
   * not what the store holds up to there: somebody else has written into the document or has compacted it.
   */
  compactDocument(document: DocumentKey, snapshot: Uint8Array, extent: Extent): Promise<boolean>

  /**
   * Removes documents of one activity with all that was ever in them: once this resolves, no file of the store holds a byte
   * of it. Names that nobody wrote under are no error.
   */
  forgetDocuments(session: SessionId, activity: string, names: readonly string[]): Promise<void>

  addFile(file: FileRow): Promise<void>
  getFile(session: SessionId, id: string): Promise<FileRow | undefined>
  hasFile(session: SessionId, id: string): Promise<boolean>
  /** All files of a session together. */
  weighFiles(session: SessionId): Promise<FilesWeight>
  /**
   * Forgets files that were added before `addedBefore` and whose id is written nowhere in what is kept of their session:
   * neither in its log nor in a document. Looks at FILES_SWEPT_AT_ONCE of them, by chance. Answers how many are gone.
   */
  sweepFiles(session: SessionId, addedBefore: number): Promise<number>

  /** Forgets those of these files whose id is written nowhere any more (`sweepFiles`), however young they are. */
  dropFiles(session: SessionId, ids: readonly string[]): Promise<void>

  /** Resolves when the store can write. @throws StoreError `storage` */
  check(): Promise<void>
  /** Writes what is queued, then closes. Safe to call twice. */
  close(): Promise<void>
}

/** Each is looked for in all that its session has written; more would keep commits waiting. */
export const FILES_SWEPT_AT_ONCE = 40

/** How many earlier names of one person are kept for undo, until `forgetEarlierNames`. */
export const EARLIER_NAMES_KEPT = 30

/** One in each go, so that commits of others never wait for many. */
export const PURGED_AT_ONCE = 50
/** Rows that are removed in one go, and how much may be in them: pages that are freed are overwritten. */
export const PURGED_ROWS = 500
export const PURGED_BYTES = 4 * 1024 * 1024
