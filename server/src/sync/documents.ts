/** The documents that are in memory: loaded once for all who open them, compacted in the background, dropped when idle. */
import type { ActivityId, SessionId } from '@escale/shared'
import type * as Y from 'yjs'
import type { DocumentKey } from '../store/store.ts'
import { SharedDocument } from './document.ts'
import { Merger } from './merge.ts'
import type { DocumentStore, SyncLog } from './ports.ts'
import { LoopLoad } from './relay-pace.ts'
import { Scribe } from './scribe.ts'
import { COMPACT_AGAIN_MS, COMPACT_CALM_MS, IDLE_UNLOAD_MS } from './sync-limits.ts'

const nameOf = (key: DocumentKey): string => `${key.session}/${key.activity}/${key.name}`

export class Documents {
  readonly #store: DocumentStore
  readonly #log: SyncLog
  readonly #now: () => number
  readonly #open = new Map<string, Promise<SharedDocument>>()
  readonly #unloads = new Map<string, NodeJS.Timeout>()
  /** Those that are being forgotten: what is in memory of them is not put back. */
  readonly #retired = new WeakSet<SharedDocument>()
  /** Those that are being compacted, and those whose compaction has just failed. */
  readonly #compacting = new Set<SharedDocument>()
  /** Those that wait until nobody writes. */
  readonly #calms = new Map<SharedDocument, NodeJS.Timeout>()
  readonly #merger = new Merger()
  readonly #scribe = new Scribe()
  readonly #loopLoad = new LoopLoad()

  constructor(store: DocumentStore, log: SyncLog, now: () => number) {
    this.#store = store
    this.#log = log
    this.#now = now
  }

  /** Keeps the document in memory while `use` runs and for a while after. */
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
    const loading = SharedDocument.load(this.#store, key, this.#now, this.#loopLoad, (document) =>
      this.#tend(document),
    )
    this.#open.set(name, loading)
    // A load that failed is not kept: the next one who comes tries again.
    loading.catch(() => this.#open.delete(name))
    return loading
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
    await this.#compact(document)
    // Somebody may have come while it was compacted, and taken our timer away: then their leaving decides.
    if (!document.isIdle || timer === undefined || this.#unloads.get(name) !== timer) return
    this.#unloads.delete(name)
    this.#open.delete(name)
    document.destroy()
  }

  /** After each commit: is it time to shorten the log? */
  #tend(document: SharedDocument): void {
    clearTimeout(this.#calms.get(document))
    if (this.#retired.has(document)) return
    const wish = document.wantsCompaction
    if (wish === 'now') void this.#compact(document)
    if (wish === 'in-calm')
      this.#calms.set(document, setTimeout(() => void this.#compact(document), COMPACT_CALM_MS).unref())
  }

  async #compact(document: SharedDocument): Promise<void> {
    clearTimeout(this.#calms.get(document))
    this.#calms.delete(document)
    if (this.#compacting.has(document)) return
    this.#compacting.add(document)
    try {
      await document.compact(this.#merger)
      this.#compacting.delete(document)
    } catch {
      this.#log('compaction-failed', { session: document.key.session, activity: document.key.activity })
      // What is wrong will be so at the next update too: trying each time would be all that the server does.
      setTimeout(() => this.#compacting.delete(document), COMPACT_AGAIN_MS).unref()
    }
  }

  /**
   * Writes into documents of one activity as the server. Resolves with what `change` answers, once all it wrote is committed.
   * @throws Error when it could not be stored: then nothing was written. Also what `change` throws.
   */
  async write<T>(
    { session, activity }: Pick<DocumentKey, 'session' | 'activity'>,
    names: readonly string[],
    change: (document: (name: string) => Y.Doc) => T,
  ): Promise<T> {
    const documents = await Promise.all(names.map((name) => this.#load({ session, activity, name })))
    try {
      const { answer, committed } = this.#scribe.write(documents, change)
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
   * Removes documents with all that was ever in them, from the store and from memory; whoever reads one is sent away. The
   * caller makes sure that nobody writes in them any more.
   * @throws StoreError
   */
  async forget(
    { session, activity }: Pick<DocumentKey, 'session' | 'activity'>,
    names: readonly string[],
  ): Promise<void> {
    await Promise.all(names.map((name) => this.#retire({ session, activity, name })))
    await this.#store.forgetDocuments(session, activity, names)
  }

  async #retire(key: DocumentKey): Promise<void> {
    const name = nameOf(key)
    const document = await this.#open.get(name)?.catch(() => undefined)
    if (document === undefined) return
    this.#retired.add(document)
    clearTimeout(this.#unloads.get(name))
    clearTimeout(this.#calms.get(document))
    this.#unloads.delete(name)
    this.#calms.delete(document)
    await document.settled()
    // A snapshot that is just being made must not be stored after the document is gone.
    await document.compacted
    this.#open.delete(name)
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

  async stop(): Promise<void> {
    for (const timer of [...this.#unloads.values(), ...this.#calms.values()]) clearTimeout(timer)
    this.#unloads.clear()
    this.#calms.clear()
    await this.#merger.stop()
  }
}
