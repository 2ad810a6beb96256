/** One person's raw connection to one document: joins, writes what was encoded before, counts what arrives. */
import { now } from '../measure/clock.ts'
import { type Dialect, dialectOf, type Heard } from './dialect.ts'
import { eachMark } from './marks.ts'
import type { LineSpec } from './messages.ts'
import { RawSocket } from './raw-socket.ts'

/** A mark that an observer saw, and when. */
export interface Sighting {
  readonly writer: number
  readonly seq: number
  readonly at: number
}

export class Line {
  readonly spec: LineSpec
  readonly dialect: Dialect
  /** ms from the first packet to the whole document. */
  joinMs = 0
  /** Of the document as it was given at the join. */
  joinBytes = 0
  joinMarks = 0
  /** How many updates of others there will be in this phase. */
  expected = 0
  /** Updates of others that have arrived in this phase. */
  delivered = 0
  /** One's own that came back. */
  echoed = 0
  frames = 0
  sightings: Sighting[] = []
  /** Every update that arrived, for those who check afterwards what it adds up to. */
  readonly kept: Uint8Array[] = []
  /** Why it ended before it was closed. */
  lost: string | undefined
  #socket: RawSocket | undefined
  #bytesBefore = 0
  #joined: (() => void) | undefined
  #failed: ((error: Error) => void) | undefined
  #began = 0

  constructor(spec: LineSpec) {
    this.spec = spec
    this.dialect = dialectOf(spec.dialect, spec.seat.document)
  }

  /** Connects and joins. @throws Error when it cannot */
  open(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#joined = resolve
      this.#failed = reject
      this.#began = now()
      this.#socket = new RawSocket(this.spec.seat, {
        onOpen: () => this.#greet(),
        onMessage: (payload) => this.#hear(payload),
        onLost: (reason) => this.#lose(reason),
      })
    })
  }

  #greet(): void {
    const { deaf = false } = this.spec
    if (!deaf) for (const message of this.dialect.greeting) this.#socket?.send(message)
    if (deaf || !this.dialect.gives) this.#isIn()
  }

  /** Counts from zero again. */
  forget(expected: number): void {
    this.expected = expected
    this.delivered = 0
    this.echoed = 0
    this.frames = 0
    this.#bytesBefore = this.#socket?.bytes ?? 0
    this.sightings = []
  }

  #hear(payload: Buffer): void {
    const heard = this.dialect.heard(payload)
    if (heard === 'asked') this.#socket?.send(this.dialect.nothing)
    else if (this.#joined !== undefined) this.#hearWhileJoining(payload, heard)
    else if (heard !== 'other') this.#count(payload, heard)
  }

  /** A server may give the document in several updates; the answer to what we asked for comes last. */
  #hearWhileJoining(payload: Buffer, heard: Heard): void {
    if (heard !== 'whole' && heard !== 'update') return
    this.joinBytes += payload.byteLength
    if (this.spec.observes)
      eachMark(payload, () => {
        this.joinMarks++
      })
    this.#keep(payload)
    if (heard === 'whole') this.#isIn()
  }

  #count(payload: Buffer, heard: 'whole' | 'update' | 'presence'): void {
    this.frames++
    const { observes, writer } = this.spec
    const at = now()
    const self = writer?.index
    eachMark(payload, (by, seq) => {
      if (by === self) {
        this.echoed++
        return
      }
      this.delivered++
      if (observes) this.sightings.push({ writer: by, seq, at })
    })
    if (heard !== 'presence') this.#keep(payload)
  }

  #keep(payload: Buffer): void {
    if (this.spec.keeps) this.kept.push(Uint8Array.from(this.dialect.updateIn(payload)))
  }

  #isIn(): void {
    this.joinMs = now() - this.#began
    this.#joined?.()
    this.#joined = undefined
    this.#failed = undefined
  }

  #lose(reason: string): void {
    this.lost ??= reason
    this.#failed?.(new Error(`${this.spec.seat.path}: ${reason}`))
    this.#failed = undefined
  }

  get bytes(): number {
    return (this.#socket?.bytes ?? 0) - this.#bytesBefore
  }

  /** Sends a frame that is ready to go. */
  send(frame: Buffer): void {
    this.#socket?.write(frame)
  }

  /** Reads no more, and stays connected. */
  stall(): void {
    this.#socket?.stall()
  }

  close(): void {
    this.#socket?.close()
  }
}
