import { missingFrame, readFrame, updateFrame } from './frames.ts'
import { COMPACT_MIN_BYTES, JOIN_TAIL_MAX_BYTES, JOIN_TAIL_MAX_UPDATES } from './sync-limits.ts'
import { joinWires, messageIn, toWire, type Wire } from './wire.ts'

/** The answer to « what do I miss » comes last and empty: only then has a client everything, and takes itself for synced. */
const THAT_IS_ALL = toWire(missingFrame(Uint8Array.of(0, 0)))

function updateIn(wire: Wire): Uint8Array {
  const message = readFrame(messageIn(wire))
  if (message.type !== 'update') throw new Error('not an update')
  return message.bytes
}

/**
 * What everybody gets who has nothing yet: the last snapshot as it is stored, then what was relayed since, in the frames
 * that were relayed. Nothing is encoded for a join, and the bytes are the same for all.
 */
export class JoinFrames {
  #snapshot: Wire | undefined
  #snapshotBytes: number
  #tail: Wire[]
  #tailBytes: number
  /** How many frames there ever were before the tail. */
  #before = 0
  /** Where the last frame ended that took words away: they are still in what came before it. 0: there is none. */
  #purgeTo = 0
  /** The tail as it goes out. */
  #end: Wire | undefined

  /** `deletes`: some of `updates` may take away what is in the snapshot or in others of them. */
  constructor(snapshot: Uint8Array | null, updates: readonly Uint8Array[], deletes: boolean) {
    this.#snapshot = snapshot === null ? undefined : toWire(updateFrame(snapshot))
    this.#snapshotBytes = snapshot?.byteLength ?? 0
    this.#tail = updates.map((update) => toWire(updateFrame(update)))
    this.#tailBytes = this.#tail.reduce((sum, frame) => sum + frame.byteLength, 0)
    if (deletes) this.#purgeTo = this.length
  }

  /** Notes what was relayed. `deletes`: it took something away that somebody has said. */
  add(frame: Wire, deletes: boolean): void {
    this.#tail.push(frame)
    this.#tailBytes += frame.byteLength
    this.#end = undefined
    if (deletes) this.#purgeTo = this.length
  }

  /** To be sent one behind the other. The snapshot is never copied: it may be megabytes, and the tail changes all the time. */
  get whole(): readonly Wire[] {
    this.#end ??= joinWires([...this.#tail, THAT_IS_ALL])
    return this.#snapshot === undefined ? [this.#end] : [this.#snapshot, this.#end]
  }

  /** The same as updates: all that is committed. */
  get updates(): readonly Uint8Array[] {
    return [...(this.#snapshot === undefined ? [] : [this.#snapshot]), ...this.#tail].map(updateIn)
  }

  get bytes(): number {
    return this.#snapshotBytes + this.#tailBytes
  }

  /** Frames that there ever were. */
  get length(): number {
    return this.#before + this.#tail.length
  }

  /** Does it still hold words that were taken away since? */
  get isStale(): boolean {
    return this.#purgeTo > 0
  }

  /** The tail has outgrown the snapshot: one new snapshot costs less than what it spares. */
  get isLong(): boolean {
    return this.#tailBytes > Math.max(COMPACT_MIN_BYTES, this.#snapshotBytes)
  }

  /** So long that newcomers would feel it. */
  get isTooLong(): boolean {
    return (
      this.#tail.length > JOIN_TAIL_MAX_UPDATES ||
      this.#tailBytes > Math.max(JOIN_TAIL_MAX_BYTES, this.#snapshotBytes)
    )
  }

  /** A snapshot that holds the first `covered` frames of all that there ever were takes their place. A newer one stays. */
  restart(snapshot: Uint8Array, covered: number): void {
    if (covered < this.#before) return
    this.#snapshot = toWire(updateFrame(snapshot))
    this.#snapshotBytes = snapshot.byteLength
    this.#tail = this.#tail.slice(covered - this.#before)
    this.#tailBytes = this.#tail.reduce((sum, frame) => sum + frame.byteLength, 0)
    this.#before = covered
    if (this.#purgeTo <= covered) this.#purgeTo = 0
    this.#end = undefined
  }
}
