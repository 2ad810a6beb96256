/** What the store holds of one document: a snapshot, and what was committed since. */
import * as Y from 'yjs'
import type { DocumentKey, Extent, StoredDocument } from '../store/store.ts'
import type { Merger } from './merge.ts'
import { updatesOf } from './opening.ts'
import type { DocumentStore } from './ports.ts'
import { ERASE_HERE_MAX_BYTES, SNAPSHOT_HERE_MAX_BYTES } from './sync-limits.ts'

interface Compaction {
  readonly snapshot: Uint8Array
  /** What it took the place of. */
  readonly of: Extent
}

/** A compaction that has begun. */
interface Begun {
  readonly updates: number
  readonly early: Promise<Compaction | undefined> | undefined
}

export class StoredLog {
  readonly #store: DocumentStore
  readonly #key: DocumentKey
  /** What of the store's content is in the document. */
  #extent: Extent
  /** Updates that no snapshot holds. */
  #since: number
  /** Does it hold words that were taken away? And are they just being taken out? */
  #isStale: boolean
  #isErasing = false
  /** Somebody else writes it too, as another server on the same store: the store holds more than we. */
  #isShared = false

  constructor(store: DocumentStore, key: DocumentKey, { extent, updates }: StoredDocument, isStale: boolean) {
    this.#store = store
    this.#key = key
    this.#extent = extent
    this.#since = updates.length
    this.#isStale = isStale
  }

  /** How many updates no snapshot holds. */
  get length(): number {
    return this.#since
  }

  /** Does the store still hold something that was taken away? */
  get isStale(): boolean {
    return this.#isStale || this.#isErasing
  }

  /** Must something be taken out that nobody is taking out yet? */
  get isOwed(): boolean {
    return this.#isStale
  }

  /** Is there anything that a snapshot would make better? */
  get isOpen(): boolean {
    return this.#since > 1 || this.#isStale
  }

  /** False: it could not be committed, and nothing was. `takesWords`: it takes away something that somebody has said. */
  async append(updates: readonly Uint8Array[], takesWords: boolean): Promise<boolean> {
    try {
      const upTo = await this.#store.appendUpdates(this.#key, updates)
      this.#extent = { ...this.#extent, upTo, entries: this.#extent.entries + 1 }
    } catch {
      return false
    }
    this.#since += updates.length
    this.#isStale ||= takesWords
    return true
  }

  /** @param doc holds what is committed, and nothing else; of about so many `bytes` */
  begin(doc: Y.Doc, bytes: number): Begun {
    const most = this.#isStale ? ERASE_HERE_MAX_BYTES : SNAPSHOT_HERE_MAX_BYTES
    // What is taken away from now on is for the next one.
    this.#isErasing = this.#isStale
    this.#isStale = false
    const early = bytes <= most && !this.#isShared ? this.#snapshotOf(doc) : undefined
    return { updates: this.#since, early }
  }

  /** Answers the snapshot that is in the log's place now. @throws Error and then nothing has changed */
  async finish({ updates, early }: Begun, merger: Merger): Promise<Uint8Array> {
    const wasErasing = this.#isErasing
    try {
      const { snapshot, of } = (await early) ?? (await this.#snapshotOfStore(merger))
      const { upTo, entries } = this.#extent
      this.#extent = { snapshots: of.snapshots + 1, upTo, entries: entries - of.entries }
      this.#since -= updates
      return snapshot
    } catch (error) {
      // It is still owed.
      this.#isStale ||= wasErasing
      throw error
    } finally {
      this.#isErasing = false
    }
  }

  /** Undefined: the store holds more than we, and a snapshot of ours would lose it. */
  async #snapshotOf(doc: Y.Doc): Promise<Compaction | undefined> {
    const of = this.#extent
    const snapshot = Y.encodeStateAsUpdate(doc)
    if (await this.#store.compactDocument(this.#key, snapshot, of)) return { snapshot, of }
    this.#isShared = true
    return undefined
  }

  /** Made of what the store holds and of nothing else. @throws Error when somebody else compacts it just now. */
  async #snapshotOfStore(merger: Merger): Promise<Compaction> {
    const stored = await this.#store.loadDocument(this.#key)
    const of = stored.extent
    this.#isShared ||= of.snapshots !== this.#extent.snapshots
    const snapshot = await merger.merge(updatesOf(stored))
    if (!(await this.#store.compactDocument(this.#key, snapshot, of)))
      throw new Error('another server compacts the same document')
    return { snapshot, of }
  }
}
