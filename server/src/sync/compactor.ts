/** When the logs of documents are replaced by snapshots: in the background, each document once at a time. */
import type { SharedDocument } from './document.ts'
import { Merger } from './merge.ts'
import type { SyncLog } from './ports.ts'
import { COMPACT_AGAIN_MS, COMPACT_CALM_MS, ERASE_REST, ERASE_WITHIN_MS } from './sync-limits.ts'

export class Compactor {
  readonly #log: SyncLog
  readonly #now: () => number
  readonly #merger = new Merger()
  /** Those that are being compacted, and those whose compaction has just failed. */
  readonly #busy = new Set<SharedDocument>()
  /** Those that wait until nobody writes. */
  readonly #calms = new Map<SharedDocument, NodeJS.Timeout>()
  /** Those from which something was taken away: however much is written, it goes from the store, too. */
  readonly #erasures = new Map<SharedDocument, NodeJS.Timeout>()
  /** How long the last one took, ms. */
  readonly #took = new WeakMap<SharedDocument, number>()

  constructor(log: SyncLog, now: () => number) {
    this.#log = log
    this.#now = now
  }

  /** To be called after each commit: is it time? */
  tend(document: SharedDocument): void {
    clearTimeout(this.#calms.get(document))
    const wish = document.wantsCompaction
    if (wish === 'now') void this.compact(document)
    if (wish === 'soon' && !this.#erasures.has(document)) {
      const wait = Math.max(ERASE_WITHIN_MS, (this.#took.get(document) ?? 0) * ERASE_REST)
      this.#erasures.set(document, setTimeout(() => void this.compact(document), wait).unref())
    }
    if (wish === 'in-calm')
      this.#calms.set(document, setTimeout(() => void this.compact(document), COMPACT_CALM_MS).unref())
  }

  /** Never throws; what failed is said in the log and tried again later. */
  async compact(document: SharedDocument): Promise<void> {
    this.drop(document)
    if (this.#busy.has(document)) return
    this.#busy.add(document)
    const began = this.#now()
    try {
      await document.compact(this.#merger)
      this.#took.set(document, this.#now() - began)
      this.#busy.delete(document)
      // Something was taken away while it was made.
      if (document.wantsCompaction === 'soon') this.tend(document)
    } catch {
      this.#log('compaction-failed', { session: document.key.session, activity: document.key.activity })
      // What is wrong will be so at the next update too: trying each time would be all that the server does.
      setTimeout(() => this.#busy.delete(document), COMPACT_AGAIN_MS).unref()
    }
  }

  /** It is not waited for any more. */
  drop(document: SharedDocument): void {
    for (const timers of [this.#calms, this.#erasures]) {
      clearTimeout(timers.get(document))
      timers.delete(document)
    }
  }

  async stop(): Promise<void> {
    for (const timer of [...this.#calms.values(), ...this.#erasures.values()]) clearTimeout(timer)
    this.#calms.clear()
    this.#erasures.clear()
    await this.#merger.stop()
  }
}
