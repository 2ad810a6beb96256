/**
 * One document in memory. What arrives is applied, appended to the store, and only then relayed, told saved and told to
 * anybody who asks. While one commit runs everything that arrives waits and shares the next commit and the next frame; a
 * lone update leaves at once.
 */
import { limits } from '@escale/shared'
import * as Y from 'yjs'
import type { DocumentKey, StoredDocument } from '../store/store.ts'
import { type Admission, Content } from './content.ts'
import { missingFrame, updateFrame } from './frames.ts'
import { type Inspection, inspectUpdate } from './inspect-update.ts'
import { JoinFrames } from './join-frames.ts'
import type { Merger } from './merge.ts'
import { type Opened, open, updatesOf } from './opening.ts'
import type { DocumentStore } from './ports.ts'
import { Presence } from './presence.ts'
import { type LoopLoad, restAfterRelay } from './relay-pace.ts'
import { StoredLog } from './stored-log.ts'
import type { Fate, Reader, Submission, Submitted } from './submission.ts'
import {
  HEAVY_BYTES,
  LOG_MAX_UPDATES,
  RECOUNT_EVERY_MS,
  RECOUNT_UNDER,
  RENEW_JOIN_MAX_MS,
  RENEW_JOIN_REST,
} from './sync-limits.ts'
import type { Trials } from './trials.ts'
import { toWire, type Wire } from './wire.ts'

/** What all documents share. */
export interface DocumentHouse {
  readonly store: DocumentStore
  /** Monotonic ms. */
  readonly now: () => number
  readonly loopLoad: LoopLoad
  readonly trials: Trials
  readonly onCommitted: (document: SharedDocument) => void
}

interface Compaction {
  readonly begun: ReturnType<StoredLog['begin']>
  /** How many frames had been relayed, and how large the document was. */
  readonly relayed: number
  readonly bytes: number
}

/** An item of Yjs with its ids, and a document with nothing in it. */
const BYTES_PER_PIECE = 256
const BYTES_PER_DOCUMENT = 16 * 1024

/** Answers to different state vectors that are kept for the next who asks. */
const MISSING_KEPT = 16

export class SharedDocument {
  readonly key: DocumentKey
  readonly readers = new Set<Reader>()
  readonly presence = new Presence((frame) => this.#offer(frame))
  readonly #house: DocumentHouse
  /** The server writes in it, in a copy of its own (scribe.ts). */
  isDoubled = false
  /** Resolves when no compaction runs. */
  compacted: Promise<void> = Promise.resolve()
  #queue: Submission[] = []
  #working: Promise<void> | undefined
  /** Of whom something is being tried in a thread, and what they have sent since. */
  readonly #held = new Map<Reader | undefined, Submission[]>()
  #trying: Promise<unknown> = Promise.resolve()
  /** The document holds what is being committed just now. */
  #isAhead = false
  /** What is to be done once it holds no more than what is committed. */
  #atRest: (() => void)[] = []
  /** Clocks that the store will know once what waits is committed. */
  readonly #ahead = new Map<number, number>()
  #bytes = 0
  #bytesWaiting = 0
  #recountFrom = Number.NEGATIVE_INFINITY
  /** When the next window may start (relay-pace.ts). */
  #restUntil = 0
  #exists: boolean
  readonly #content: Content
  readonly #log: StoredLog
  readonly #join: JoinFrames
  /** When what newcomers get may be made anew. */
  #joinFreshFrom = 0
  /** State vector → what its owner misses, as long as nothing is added: after a restart many come back with the same. */
  readonly #missing = new Map<string, Wire>()

  private constructor(key: DocumentKey, loaded: StoredDocument, opened: Opened, house: DocumentHouse) {
    this.key = key
    this.#house = house
    const all = updatesOf(loaded)
    this.#content = new Content(opened.doc)
    this.#log = new StoredLog(house.store, key, loaded, opened.isStale)
    this.#join = new JoinFrames(loaded.snapshot, loaded.updates, opened.isStale)
    this.#bytes = all.reduce((sum, u) => sum + u.byteLength, 0)
    this.#exists = all.length > 0
  }

  /** @throws UnreadableError, or Error when the store cannot be read. */
  static async load(key: DocumentKey, house: DocumentHouse): Promise<SharedDocument> {
    const stored = await house.store.loadDocument(key)
    return new SharedDocument(key, stored, await open(stored, house.trials), house)
  }

  /** For reading only. It may be another one after a commit that failed. */
  get doc(): Y.Doc {
    return this.#content.doc
  }

  /** Nobody reads it and nothing is on its way. */
  get isIdle(): boolean {
    return (
      this.readers.size === 0 &&
      this.#working === undefined &&
      this.#queue.length === 0 &&
      this.#held.size === 0
    )
  }

  get stateVector(): Uint8Array {
    return Y.encodeStateVector(this.doc)
  }

  /** What it takes in memory, bytes; an estimate. */
  get weight(): number {
    const copies = this.isDoubled ? 2 : 1
    return copies * this.#content.pieces * BYTES_PER_PIECE + this.#join.bytes * 2 + BYTES_PER_DOCUMENT
  }

  /** @throws Error on malformed bytes. */
  inspect(update: Uint8Array): Inspection {
    return inspectUpdate(update, (client) =>
      Math.max(Y.getState(this.doc.store, client), this.#ahead.get(client) ?? 0),
    )
  }

  /**
   * Bytes that still fit, of `most`. The log is larger than the document: when little is left it is counted anew, which takes
   * long for a large one, so no more often than RECOUNT_EVERY_MS.
   */
  roomOf(most: number = limits.DOCUMENT_MAX_BYTES): number {
    const left = () => most - this.#bytes - this.#bytesWaiting
    const now = this.#house.now()
    if (left() < most * RECOUNT_UNDER && now >= this.#recountFrom) {
      this.#bytes = Y.encodeStateAsUpdate(this.doc).byteLength
      this.#recountFrom = now + RECOUNT_EVERY_MS
    }
    return left()
  }

  hasRoomFor(bytes: number, most?: number): boolean {
    return bytes <= this.roomOf(most)
  }

  /** Takes an update. `done` comes in order, but for what is refused. */
  submit({ update, ends, decoded, shape, person = '', from, done }: Submitted): void {
    for (const [client, end] of ends) this.#ahead.set(client, Math.max(end, this.#ahead.get(client) ?? 0))
    this.#bytesWaiting += update?.byteLength ?? 0
    this.#enqueue({ update, decoded, shape, person, from, done, tried: undefined })
  }

  /** Until now it counts for the room that is left, also while it is tried or committed: many at once would pass else. */
  #settle({ update, done }: Submission, fate: Fate): void {
    this.#bytesWaiting -= update?.byteLength ?? 0
    done(fate)
  }

  #enqueue(submission: Submission): void {
    this.#queue.push(submission)
    this.#working ??= this.#work()
  }

  /** Resolves when everything submitted so far is dealt with. */
  async settled(): Promise<void> {
    while (this.#working !== undefined || this.#held.size > 0) {
      await this.#working
      if (this.#held.size > 0) await this.#trying
    }
  }

  /** Does something as soon as the document holds what is committed and nothing else: at once, or in a moment. */
  whenAtRest(act: () => void): void {
    if (this.#isAhead) this.#atRest.push(act)
    else act()
  }

  #comeToRest(): void {
    this.#isAhead = false
    const acts = this.#atRest
    this.#atRest = []
    for (const act of acts) act()
  }

  async #work(): Promise<void> {
    while (this.#queue.length > 0) {
      const rest = this.#restUntil - this.#house.now()
      if (rest > 1) await new Promise((resolve) => setTimeout(resolve, rest))
      const window = this.#queue
      this.#queue = []
      await this.#commit(window)
    }
    this.#ahead.clear()
    this.#working = undefined
  }

  async #commit(window: readonly Submission[]): Promise<void> {
    const free = window.filter((submission) => !this.#isHeld(submission))
    const admission = this.#content.admit(free, () => this.#join.updates)
    const { accepted, turnedAway, took } = admission
    for (const { offer, why } of turnedAway) if (why !== 'costly') this.#settle(offer, why)
    const updates = accepted.flatMap((s) => (s.update === undefined ? [] : [s.update]))
    this.#isAhead = updates.length > 0
    if (updates.length > 0 && !(await this.#log.append(updates, admission.takesWords))) {
      this.#lose([...accepted, ...turnedAway.flatMap(({ offer, why }) => (why === 'costly' ? [offer] : []))])
      return
    }
    this.#tell(admission, updates)
    this.#comeToRest()
    for (const { offer, why } of turnedAway) if (why === 'costly') this.#tryOut(offer)
    for (const [i, { from }] of accepted.entries()) from?.charge(took[i] ?? 0)
    this.#house.onCommitted(this)
  }

  /** What waits may build on what was lost: all of it is refused, and comes again after the reconnect. */
  #lose(window: readonly Submission[]): void {
    const lost = [...window, ...this.#queue]
    this.#queue = []
    this.#ahead.clear()
    this.#content.restore(this.#join.updates)
    this.#comeToRest()
    for (const one of lost) this.#settle(one, 'storage')
  }

  /** What is committed goes out. */
  #tell({ accepted, news, takesWords }: Admission<Submission>, updates: readonly Uint8Array[]): void {
    const senders = new Set(accepted.flatMap((s) => s.from ?? []))
    for (const sender of senders) sender.hold()
    if (updates.length > 0) {
      this.#exists = true
      this.#bytes += updates.reduce((sum, u) => sum + u.byteLength, 0)
    }
    if (news !== undefined) {
      const frame = toWire(updateFrame(news))
      this.#join.add(frame, takesWords)
      this.#missing.clear()
      this.#relay(frame, accepted)
    }
    if (updates.length > 0)
      this.#restUntil = this.#house.now() + restAfterRelay(this.#house.loopLoad.recent, updates.length)
    for (const one of accepted) this.#settle(one, 'committed')
    for (const sender of senders) sender.release()
  }

  /** Something of the same sender is being tried: what comes behind it waits. */
  #isHeld(submission: Submission): boolean {
    const held = submission.from && this.#held.get(submission.from)
    if (held === undefined) return false
    held.push(submission)
    return true
  }

  /** Lets a thread find out what an update costs. Then it comes again, with all that its sender has sent since. */
  #tryOut(submission: Submission): void {
    const { from, update, shape } = submission
    if (this.#isHeld(submission) || update === undefined || shape === undefined) return
    this.#held.set(from, [])
    this.#trying = this.#house.trials.tryOut(this.#join.updates, update, shape).then((tried) => {
      const held = this.#held.get(from) ?? []
      this.#held.delete(from)
      if (typeof tried === 'string') this.#settle(submission, tried)
      else this.#enqueue({ ...submission, tried })
      for (const one of held) this.#enqueue(one)
    })
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
    if (stateVector.byteLength === 1 && stateVector[0] === 0) {
      this.#renewJoin()
      return this.#join.whole
    }
    const key = Buffer.from(stateVector).toString('latin1')
    const known = this.#missing.get(key)
    if (known !== undefined) return [known]
    const missing = toWire(missingFrame(Y.encodeStateAsUpdate(this.doc, stateVector)))
    if (this.#missing.size < MISSING_KEPT) this.#missing.set(key, missing)
    return [missing]
  }

  /**
   * What was taken away is not told to who comes afterwards. Made anew when somebody comes, and only then: a wall of thousands
   * would be encoded at each correction. It takes its share of the loop at most, and what went in the last second may still be told.
   */
  #renewJoin(): void {
    const began = this.#house.now()
    if (!this.#join.isStale || began < this.#joinFreshFrom) return
    this.#join.restart(Y.encodeStateAsUpdate(this.doc), this.#join.length)
    const ended = this.#house.now()
    this.#joinFreshFrom = ended + Math.min(RENEW_JOIN_MAX_MS, (ended - began) * RENEW_JOIN_REST)
  }

  /** Is what a newcomer gets so much that many of them at once would hold others up? */
  get isHeavy(): boolean {
    return this.#join.bytes > HEAVY_BYTES
  }

  /** Does the store still hold something that was taken away? */
  get isStale(): boolean {
    return this.#log.isStale
  }

  /** When the log should be replaced by a snapshot: once nobody writes for a moment, within a second, or whatever happens. */
  get wantsCompaction(): 'no' | 'in-calm' | 'soon' | 'now' {
    if (this.#join.isTooLong || this.#log.length > LOG_MAX_UPDATES) return 'now'
    if (this.#log.isOwed) return 'soon'
    return this.#join.isLong ? 'in-calm' : 'no'
  }

  /** Replaces the log so far by one snapshot. What is committed meanwhile stays behind it. @throws Error */
  async compact(merger: Merger): Promise<void> {
    const running = this.#compact(merger)
    this.compacted = running.catch(() => undefined)
    await running
  }

  async #compact(merger: Merger): Promise<void> {
    if (!this.#log.isOpen) return
    // All that is noted here is committed, so that any snapshot holds it.
    const { begun, relayed, bytes } = await new Promise<Compaction>((resolve) =>
      this.whenAtRest(() => {
        const begun = this.#log.begin(this.doc, this.#bytes)
        resolve({ begun, relayed: this.#join.length, bytes: this.#bytes })
      }),
    )
    const snapshot = await this.#log.finish(begun, merger)
    this.#bytes += snapshot.byteLength - bytes
    this.#join.restart(snapshot, relayed)
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
    this.#content.destroy()
  }
}
