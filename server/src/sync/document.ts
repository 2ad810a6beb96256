/**
 * One document in memory. It only ever contains committed updates: what arrives is checked, appended to the store, and
 * only then applied, relayed and told saved. While one commit runs everything that arrives waits and shares the next
 * commit and the next frame; a lone update leaves at once.
 */
import { limits } from '@escale/shared'
import * as Y from 'yjs'
import type { DocumentKey, Extent, StoredDocument } from '../store/store.ts'
import { missingFrame, updateFrame } from './frames.ts'
import { type Inspection, inspectUpdate } from './inspect-update.ts'
import { JoinFrames } from './join-frames.ts'
import type { Merger } from './merge.ts'
import type { DocumentStore } from './ports.ts'
import { Presence } from './presence.ts'
import { type LoopLoad, restAfterRelay } from './relay-pace.ts'
import { HEAVY_BYTES, LOG_MAX_UPDATES, PENDING_MAX_BYTES, SNAPSHOT_HERE_MAX_BYTES } from './sync-limits.ts'
import { applyAll } from './updates.ts'
import { toWire, type Wire } from './wire.ts'

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
}

/** What became of an update that was submitted. */
export type Fate = 'committed' | 'storage' | 'hostile'

interface Submission {
  readonly update: Uint8Array | undefined
  readonly from: Reader | undefined
  readonly done: (fate: Fate) => void
}

interface Compaction {
  readonly snapshot: Uint8Array
  /** What it took the place of. */
  readonly of: Extent
}

const updatesOf = (stored: StoredDocument): readonly Uint8Array[] =>
  stored.snapshot === null ? stored.updates : [stored.snapshot, ...stored.updates]

/** Answers to different state vectors that are kept for the next who asks. */
const MISSING_KEPT = 16

export class SharedDocument {
  readonly key: DocumentKey
  readonly doc = new Y.Doc()
  readonly readers = new Set<Reader>()
  readonly presence = new Presence((frame) => this.#offer(frame))
  readonly #store: DocumentStore
  readonly #now: () => number
  readonly #loopLoad: LoopLoad
  readonly #onCommitted: (document: SharedDocument) => void
  /** Resolves when no compaction runs. */
  compacted: Promise<void> = Promise.resolve()
  #queue: Submission[] = []
  #working: Promise<void> | undefined
  /** Clocks that the store will know once what waits is committed. */
  readonly #ahead = new Map<number, number>()
  #bytes = 0
  #bytesWaiting = 0
  /** When the next window may start (relay-pace.ts). */
  #restUntil = 0
  #exists: boolean
  /** Updates in the store that no snapshot holds. */
  #sinceSnapshot: number
  /** What of the store's content is in `doc`. */
  #extent: Extent
  /** Somebody else writes it too, as another server on the same store: the store holds more than we. */
  #isShared = false
  readonly #join: JoinFrames
  /** State vector → what its owner misses, as long as nothing is added: after a restart many come back with the same. */
  readonly #missing = new Map<string, Wire>()

  private constructor(
    store: DocumentStore,
    key: DocumentKey,
    loaded: StoredDocument,
    now: () => number,
    loopLoad: LoopLoad,
    onCommitted: (document: SharedDocument) => void,
  ) {
    this.#store = store
    this.key = key
    this.#now = now
    this.#loopLoad = loopLoad
    this.#onCommitted = onCommitted
    const all = updatesOf(loaded)
    this.#apply(all)
    this.#join = new JoinFrames(loaded.snapshot, loaded.updates)
    this.#bytes = all.reduce((sum, u) => sum + u.byteLength, 0)
    this.#exists = all.length > 0
    this.#sinceSnapshot = loaded.updates.length
    this.#extent = loaded.extent
  }

  static async load(
    store: DocumentStore,
    key: DocumentKey,
    now: () => number,
    loopLoad: LoopLoad,
    onCommitted: (document: SharedDocument) => void,
  ): Promise<SharedDocument> {
    return new SharedDocument(store, key, await store.loadDocument(key), now, loopLoad, onCommitted)
  }

  /** Nobody reads it and nothing is on its way. */
  get isIdle(): boolean {
    return this.readers.size === 0 && this.#working === undefined && this.#queue.length === 0
  }

  get stateVector(): Uint8Array {
    return Y.encodeStateVector(this.doc)
  }

  /** @throws Error on malformed bytes. */
  inspect(update: Uint8Array): Inspection {
    return inspectUpdate(update, (client) =>
      Math.max(Y.getState(this.doc.store, client), this.#ahead.get(client) ?? 0),
    )
  }

  /** True when there is room for `bytes` more. Counted anew before it says no: the log is larger than the document. */
  hasRoomFor(bytes: number): boolean {
    const more = this.#bytesWaiting + bytes
    if (this.#bytes + more <= limits.DOCUMENT_MAX_BYTES) return true
    this.#bytes = Y.encodeStateAsUpdate(this.doc).byteLength
    return this.#bytes + more <= limits.DOCUMENT_MAX_BYTES
  }

  /** Takes an inspected update (undefined: nothing new, but wait for what came before). `done` comes in order. */
  submit(
    update: Uint8Array | undefined,
    ends: ReadonlyMap<number, number>,
    from: Reader | undefined,
    done: (fate: Fate) => void,
  ): void {
    for (const [client, end] of ends) this.#ahead.set(client, Math.max(end, this.#ahead.get(client) ?? 0))
    this.#bytesWaiting += update?.byteLength ?? 0
    this.#queue.push({ update, from, done })
    this.#working ??= this.#work()
  }

  /** Resolves when everything submitted so far is dealt with. */
  async settled(): Promise<void> {
    while (this.#working !== undefined) await this.#working
  }

  async #work(): Promise<void> {
    while (this.#queue.length > 0) {
      const rest = this.#restUntil - this.#now()
      if (rest > 1) await new Promise((resolve) => setTimeout(resolve, rest))
      const window = this.#queue
      this.#queue = []
      await this.#commit(window)
    }
    this.#ahead.clear()
    this.#working = undefined
  }

  async #commit(window: readonly Submission[]): Promise<void> {
    const updates = window.flatMap((s) => (s.update === undefined ? [] : [s.update]))
    if (updates.length > 0) {
      try {
        const upTo = await this.#store.appendUpdates(this.key, updates)
        this.#extent = { ...this.#extent, upTo, entries: this.#extent.entries + 1 }
      } catch {
        // What waits may build on what was lost: all of it is refused, and comes again after the reconnect.
        const lost = [...window, ...this.#queue]
        this.#queue = []
        this.#bytesWaiting = 0
        this.#ahead.clear()
        for (const { done } of lost) done('storage')
        return
      }
    }
    const senders = new Set(window.flatMap((s) => s.from ?? []))
    for (const sender of senders) sender.hold()
    const isHostile = updates.length > 0 && this.#take(updates, window)
    for (const { done, update } of window) done(isHostile && update !== undefined ? 'hostile' : 'committed')
    for (const sender of senders) sender.release()
    this.#onCommitted(this)
  }

  /** Committed updates become the document and go out. True when they left more waiting pieces than is honest. */
  #take(updates: readonly Uint8Array[], window: readonly Submission[]): boolean {
    const began = this.#now()
    this.#exists = true
    this.#sinceSnapshot += updates.length
    const bytes = updates.reduce((sum, u) => sum + u.byteLength, 0)
    this.#bytes += bytes
    this.#bytesWaiting -= bytes
    const merged = this.#apply(updates)
    const isHostile = this.#dropExcessPending()
    if (merged !== undefined) {
      const frame = toWire(updateFrame(merged))
      this.#join.add(frame)
      this.#missing.clear()
      this.#relay(frame, window)
    }
    const ended = this.#now()
    this.#restUntil = ended + restAfterRelay(this.#loopLoad.recent, updates.length, ended - began)
    return isHostile
  }

  /** Applies updates in one transaction; gives back what is new in them as one update, or undefined when nothing is. */
  #apply(updates: readonly Uint8Array[]): Uint8Array | undefined {
    let merged: Uint8Array | undefined
    const collect = (update: Uint8Array) => {
      merged = merged === undefined ? update : Y.mergeUpdates([merged, update])
    }
    this.doc.on('update', collect)
    try {
      applyAll(this.doc, updates)
    } finally {
      this.doc.off('update', collect)
    }
    return merged
  }

  /** Pieces that wait for ever for others would make each later update slower. */
  #dropExcessPending(): boolean {
    const { pendingStructs, pendingDs } = this.doc.store
    const bytes = (pendingStructs?.update.byteLength ?? 0) + (pendingDs?.byteLength ?? 0)
    if (bytes <= PENDING_MAX_BYTES) return false
    this.doc.store.pendingStructs = null
    this.doc.store.pendingDs = null
    return true
  }

  #relay(frame: Wire, window: readonly Submission[]): void {
    const authors = new Set(window.flatMap((s) => (s.update === undefined ? [] : [s.from])))
    const [author] = authors
    // One frame for everybody; only a window's sole author is spared what is all their own.
    for (const reader of this.readers)
      if (reader.synced && !(authors.size === 1 && reader === author)) reader.send(frame)
  }

  #offer(frame: Wire): void {
    for (const reader of this.readers) if (reader.synced) reader.offer(frame)
  }

  /**
   * All that is missing for one who has `stateVector`. Whoever has nothing yet gets the same bytes as the others.
   * @throws Error on malformed bytes.
   */
  missingFor(stateVector: Uint8Array): readonly Wire[] {
    if (stateVector.byteLength === 1 && stateVector[0] === 0) return this.#join.whole
    const key = Buffer.from(stateVector).toString('latin1')
    const known = this.#missing.get(key)
    if (known !== undefined) return [known]
    const missing = toWire(missingFrame(Y.encodeStateAsUpdate(this.doc, stateVector)))
    if (this.#missing.size < MISSING_KEPT) this.#missing.set(key, missing)
    return [missing]
  }

  /** Is what a newcomer gets so much that many of them at once would hold others up? */
  get isHeavy(): boolean {
    return this.#join.bytes > HEAVY_BYTES
  }

  /** When the log should be replaced by a snapshot: once nobody writes for a moment, or whatever happens. */
  get wantsCompaction(): 'no' | 'in-calm' | 'now' {
    if (this.#join.isTooLong || this.#sinceSnapshot > LOG_MAX_UPDATES) return 'now'
    return this.#join.isLong ? 'in-calm' : 'no'
  }

  /** Replaces the log so far by one snapshot. What is committed meanwhile stays behind it. */
  async compact(merger: Merger): Promise<void> {
    const running = this.#compact(merger)
    this.compacted = running.catch(() => undefined)
    await running
  }

  async #compact(merger: Merger): Promise<void> {
    if (this.#sinceSnapshot < 2) return
    // All of these are committed, so both kinds of snapshot hold them.
    const relayed = this.#join.tailLength
    const bytes = this.#bytes
    const updates = this.#sinceSnapshot
    const isSmall = bytes <= SNAPSHOT_HERE_MAX_BYTES && !this.#isShared
    const { snapshot, of } =
      (isSmall ? await this.#snapshotOfDoc() : undefined) ?? (await this.#snapshotOfStore(merger))
    const { upTo, entries } = this.#extent
    this.#extent = { snapshots: of.snapshots + 1, upTo, entries: entries - of.entries }
    this.#sinceSnapshot -= updates
    this.#bytes += snapshot.byteLength - bytes
    this.#join.restart(snapshot, relayed)
  }

  /** Undefined: the store holds more than we, and a snapshot of ours would lose it. */
  async #snapshotOfDoc(): Promise<Compaction | undefined> {
    const of = this.#extent
    const snapshot = Y.encodeStateAsUpdate(this.doc)
    if (await this.#store.compactDocument(this.key, snapshot, of)) return { snapshot, of }
    this.#isShared = true
    return undefined
  }

  /** Made of what the store holds and of nothing else. @throws Error when somebody else compacts it just now. */
  async #snapshotOfStore(merger: Merger): Promise<Compaction> {
    const stored = await this.#store.loadDocument(this.key)
    const of = stored.extent
    this.#isShared ||= of.snapshots !== this.#extent.snapshots
    const snapshot = await merger.merge(updatesOf(stored))
    if (!(await this.#store.compactDocument(this.key, snapshot, of)))
      throw new Error('another server compacts the same document')
    return { snapshot, of }
  }

  /** The committed content, for reading only; undefined when nobody wrote anything. */
  get content(): Y.Doc | undefined {
    return this.#exists ? this.doc : undefined
  }

  /** Sends its readers away; nobody may use it after this. */
  retire(): void {
    for (const reader of [...this.readers]) reader.close('notAllowed')
    this.destroy()
  }

  destroy(): void {
    this.presence.stop()
    this.doc.destroy()
  }
}
