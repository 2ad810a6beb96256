/** The documents that are in memory: loaded once for all who open them, compacted in the background, dropped when idle. */
import type { ActivityId, SessionId } from '@escale/shared'
import type * as Y from 'yjs'
import type { DocumentKey, StoredDocument } from '../store/store.ts'
import { Compactor } from './compactor.ts'
import { type DocumentHouse, SharedDocument } from './document.ts'
import { BusyError, MEMORY_LIMITS, Memory } from './memory.ts'
import { ensureReadable, open, UnreadableError, updatesOf } from './opening.ts'
import type { DocumentStore, SyncLog } from './ports.ts'
import { LoopLoad } from './relay-pace.ts'
import { type MayWrite, Scribe } from './scribe.ts'
import { IDLE_UNLOAD_MS, UNREADABLE_FOR_MS } from './sync-limits.ts'
import { Trials } from './trials.ts'

const nameOf = (key: DocumentKey): string => `${key.session}/${key.activity}/${key.name}`

/** A compaction of which we are not the first to think is waited for, and then comes our own. */
const SCOUR_ROUNDS = 3

export class Documents {
  readonly #store: DocumentStore
  readonly #log: SyncLog
  readonly #now: () => number
  readonly #open = new Map<string, Promise<SharedDocument>>()
  readonly #unloads = new Map<string, NodeJS.Timeout>()
  /** Those that are being forgotten: what is in memory of them is not put back. */
  readonly #retired = new WeakSet<SharedDocument>()
  /** Names of those that could not be opened, and until when nobody tries again. */
  readonly #unreadable = new Map<string, number>()
  readonly #compactor: Compactor
  readonly #memory: Memory
  readonly #trials = new Trials()
  readonly #scribe = new Scribe()
  readonly #house: DocumentHouse

  constructor(store: DocumentStore, log: SyncLog, now: () => number, memory = MEMORY_LIMITS) {
    this.#store = store
    this.#log = log
    this.#now = now
    this.#compactor = new Compactor(log, now)
    this.#memory = new Memory(memory)
    const onCommitted = (document: SharedDocument) => this.#tend(document)
    this.#house = { store, now, loopLoad: new LoopLoad(), trials: this.#trials, onCommitted }
  }

  /**
   * Keeps the document in memory while `use` runs and for a while after.
   * @throws UnreadableError, BusyError; what `use` throws
   */
  async use<T>(key: DocumentKey, use: (document: SharedDocument) => T | Promise<T>): Promise<T> {
    const document = await this.#load(key)
    try {
      return await use(document)
    } finally {
      this.release(document)
    }
  }

  #load(key: DocumentKey): Promise<SharedDocument> {
    const name = nameOf(key)
    clearTimeout(this.#unloads.get(name))
    this.#unloads.delete(name)
    const held = this.#open.get(name)
    if (held !== undefined) return held
    const loading = this.#bring(key)
    this.#open.set(name, loading)
    // A load that failed is not kept: the next one who comes tries again.
    loading.catch(() => this.#open.delete(name))
    return loading
  }

  async #bring(key: DocumentKey): Promise<SharedDocument> {
    await this.#makeRoom(key.session)
    const document = await this.#readable(key, () => SharedDocument.load(key, this.#house))
    this.#memory.note(document)
    this.#compactor.tend(document)
    return document
  }

  /** What cannot be read is not tried again at once: each try costs seconds of a processor. @throws UnreadableError */
  async #readable<T>(key: DocumentKey, read: () => Promise<T>): Promise<T> {
    const name = nameOf(key)
    if ((this.#unreadable.get(name) ?? 0) > this.#now()) throw new UnreadableError()
    this.#unreadable.delete(name)
    try {
      return await read()
    } catch (error) {
      if (error instanceof UnreadableError) {
        this.#unreadable.set(name, this.#now() + UNREADABLE_FOR_MS)
        this.#log('document-unreadable', { session: key.session, activity: key.activity })
      }
      throw error
    }
  }

  /** @throws BusyError */
  async #makeRoom(session: SessionId): Promise<void> {
    await this.#relieve(session)
    if (this.isFull(session)) throw new BusyError()
  }

  /** Those that nobody reads give way, the one first that was left first. */
  async #relieve(session: SessionId): Promise<void> {
    for (const name of [...this.#unloads.keys()]) {
      if (!this.isFull(session)) return
      const document = await this.#open.get(name)?.catch(() => undefined)
      if (document !== undefined) await this.#unload(document)
    }
  }

  /** Do the open documents take as much memory as they may, of this session or of all? */
  isFull(session: SessionId): boolean {
    return this.#memory.isFull(session)
  }

  /** To be called whenever a reader has left or a use has ended. */
  release(document: SharedDocument): void {
    if (this.#retired.has(document)) return
    const name = nameOf(document.key)
    clearTimeout(this.#unloads.get(name))
    const timer = setTimeout(() => void this.#unload(document), IDLE_UNLOAD_MS)
    timer.unref()
    this.#unloads.set(name, timer)
  }

  async #unload(document: SharedDocument): Promise<void> {
    const name = nameOf(document.key)
    const timer = this.#unloads.get(name)
    if (!document.isIdle) return
    await this.#compactor.compact(document)
    // Somebody may have come while it was compacted, and taken our timer away: then their leaving decides.
    if (!document.isIdle || timer === undefined || this.#unloads.get(name) !== timer) return
    this.#unloads.delete(name)
    this.#open.delete(name)
    this.#drop(document)
    document.destroy()
  }

  #drop(document: SharedDocument): void {
    this.#compactor.drop(document)
    this.#memory.forget(document)
  }

  #tend(document: SharedDocument): void {
    if (this.#retired.has(document)) return
    this.#memory.note(document)
    this.#compactor.tend(document)
    // In good time, so that nobody who goes on writing is refused for what nobody reads.
    if (this.isFull(document.key.session)) void this.#relieve(document.key.session)
  }

  /**
   * Writes into documents of one activity as the server. Resolves with what `change` answers, once all it wrote is committed.
   * `mayWrite` is asked for each before.
   * @throws Error when it could not be stored: then nothing was written. Also what `change` throws.
   */
  async write<T>(
    { session, activity }: Pick<DocumentKey, 'session' | 'activity'>,
    names: readonly string[],
    change: (document: (name: string) => Y.Doc) => T,
    mayWrite?: MayWrite,
  ): Promise<T> {
    if (this.isFull(session)) await this.#makeRoom(session)
    const documents = await Promise.all(names.map((name) => this.#load({ session, activity, name })))
    try {
      const { answer, committed } = this.#scribe.write(documents, change, mayWrite)
      await committed
      return answer
    } finally {
      for (const document of documents) this.release(document)
    }
  }

  /**
   * A document's committed content as it is and will be; undefined when nobody wrote in it. For reading only: who wants
   * to write takes `write`. Not a copy, since one of a large wall would hold everybody up.
   */
  read(session: SessionId, activity: ActivityId, name: string): Promise<Y.Doc | undefined> {
    return this.use({ session, activity, name }, (document) => document.content)
  }

  /**
   * A document's content, for one reading of very much: what is not in memory is not kept there. Undefined: nobody wrote in it.
   * @throws UnreadableError
   */
  async readOnce(key: DocumentKey): Promise<Y.Doc | undefined> {
    if (this.#open.has(nameOf(key))) return this.use(key, (document) => document.content)
    return this.#readable(key, async () => {
      const stored = await this.#store.loadDocument(key)
      return updatesOf(stored).length === 0 ? undefined : (await open(stored, this.#trials)).doc
    })
  }

  /** What is stored of a document, for a reading of very much, as for a récolte. null: it cannot be read. */
  async stored(key: DocumentKey): Promise<StoredDocument | null> {
    const isKnown = this.#open.has(nameOf(key))
    try {
      return await this.#readable(key, async () => {
        const stored = await this.#store.loadDocument(key)
        if (!isKnown) await ensureReadable(stored, this.#trials)
        return stored
      })
    } catch (error) {
      if (error instanceof UnreadableError) return null
      throw error
    }
  }

  /**
   * Removes documents with all that was ever in them, from the store and from memory; whoever reads one is sent away. The
   * caller makes sure that nobody writes in them any more.
   * @throws StoreError
   */
  async forget(
    { session, activity }: Pick<DocumentKey, 'session' | 'activity'>,
    names: readonly string[],
  ): Promise<void> {
    await Promise.all(names.map((name) => this.#retire(nameOf({ session, activity, name }))))
    await this.#store.forgetDocuments(session, activity, names)
  }

  /** Resolves once the store holds nothing any more of what was taken away from this document so far. @throws Error */
  scour(key: DocumentKey): Promise<void> {
    return this.use(key, async (document) => {
      await document.settled()
      for (let round = 0; document.isStale; round++) {
        if (round === SCOUR_ROUNDS) throw new Error('a document could not be compacted')
        await this.#compactor.compact(document)
        await document.compacted
      }
    })
  }

  /** Lets go of all documents of a session, once what is on its way is written; whoever reads one is sent away. */
  async drop(session: SessionId): Promise<void> {
    const names = [...this.#open.keys()].filter((name) => name.startsWith(`${session}/`))
    await Promise.all(names.map((name) => this.#retire(name)))
  }

  async #retire(name: string): Promise<void> {
    const document = await this.#open.get(name)?.catch(() => undefined)
    if (document === undefined) return
    this.#retired.add(document)
    clearTimeout(this.#unloads.get(name))
    this.#unloads.delete(name)
    await document.settled()
    // A snapshot that is just being made must not be stored after the document is gone.
    await document.compacted
    this.#open.delete(name)
    this.#drop(document)
    document.retire()
  }

  names(session: SessionId, activity: ActivityId): Promise<readonly string[]> {
    return this.#store.listDocuments(session, activity)
  }

  /** Everything submitted is dealt with: everywhere, or in one activity. */
  async settled(of?: Pick<DocumentKey, 'session' | 'activity'>): Promise<void> {
    const prefix = of === undefined ? '' : nameOf({ ...of, name: '' })
    const open = [...this.#open].flatMap(([name, document]) => (name.startsWith(prefix) ? [document] : []))
    const documents = await Promise.allSettled(open)
    await Promise.all(documents.map((d) => (d.status === 'fulfilled' ? d.value.settled() : undefined)))
  }

  /** Before the end: what is still being tried is not waited for. Its senders keep it, and send it again. */
  hurry(): Promise<void> {
    return this.#trials.stop()
  }

  async stop(): Promise<void> {
    for (const timer of this.#unloads.values()) clearTimeout(timer)
    this.#unloads.clear()
    await Promise.all([this.#compactor.stop(), this.#trials.stop()])
  }
}
