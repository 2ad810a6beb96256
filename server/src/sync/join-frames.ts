import { missingFrame, updateFrame } from './frames.ts'
import { COMPACT_MIN_BYTES, JOIN_TAIL_MAX_BYTES, JOIN_TAIL_MAX_UPDATES } from './sync-limits.ts'
import { joinWires, toWire, type Wire } from './wire.ts'

/** The answer to « what do I miss » comes last and empty: only then has a client everything, and takes itself for synced. */
const THAT_IS_ALL = toWire(missingFrame(Uint8Array.of(0, 0)))

/**
 * What everybody gets who has nothing yet: the last snapshot as it is stored, then what was relayed since, in the frames
 * that were relayed. Nothing is encoded for a join, and the bytes are the same for all.
 */
export class JoinFrames {
  #snapshot: Wire | undefined
  #snapshotBytes: number
  #tail: Wire[]
  #tailBytes: number
  /** The tail as it goes out. */
  #end: Wire | undefined

  constructor(snapshot: Uint8Array | null, updates: readonly Uint8Array[]) {
    this.#snapshot = snapshot === null ? undefined : toWire(updateFrame(snapshot))
    this.#snapshotBytes = snapshot?.byteLength ?? 0
    this.#tail = updates.map((update) => toWire(updateFrame(update)))
    this.#tailBytes = this.#tail.reduce((sum, frame) => sum + frame.byteLength, 0)
  }

  /** Notes what was relayed. */
  add(frame: Wire): void {
    this.#tail.push(frame)
    this.#tailBytes += frame.byteLength
    this.#end = undefined
  }

  /** To be sent one behind the other. The snapshot is never copied: it may be megabytes, and the tail changes all the time. */
  get whole(): readonly Wire[] {
    this.#end ??= joinWires([...this.#tail, THAT_IS_ALL])
    return this.#snapshot === undefined ? [this.#end] : [this.#snapshot, this.#end]
  }

  get bytes(): number {
    return this.#snapshotBytes + this.#tailBytes
  }

  /** Frames after the snapshot. */
  get tailLength(): number {
    return this.#tail.length
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

  /** A snapshot that holds at least the first `covered` frames of the tail takes their place. */
  restart(snapshot: Uint8Array, covered: number): void {
    this.#snapshot = toWire(updateFrame(snapshot))
    this.#snapshotBytes = snapshot.byteLength
    this.#tail = this.#tail.slice(covered)
    this.#tailBytes = this.#tail.reduce((sum, frame) => sum + frame.byteLength, 0)
    this.#end = undefined
  }
}
