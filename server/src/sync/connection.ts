/**
 * One client's connection to one document. Order of things for each update: well-formed, small enough, not too often,
 * allowed now, placeable → made of what it may be, applied → committed → told saved.
 */

import type { Duplex } from 'node:stream'
import {
  type Access,
  type DocumentShape,
  limits,
  type Signature,
  SYNC_CLOSE,
  type Viewer,
} from '@escale/shared'
import type { RawData, WebSocket } from 'ws'
import type { SharedDocument } from './document.ts'
import {
  accessFrame,
  askFrame,
  deniedFrame,
  type Message,
  presenceFrame,
  readFrame,
  savedFrame,
} from './frames.ts'
import type { PresenceOwner } from './presence.ts'
import { type Bucket, createBucket } from './rate.ts'
import type { Fate, Reader, Submitted } from './submission.ts'
import {
  BACKLOG_MAX_BYTES,
  BYTES_BURST,
  BYTES_PER_SECOND,
  HEARTBEAT_MS,
  JOINED_MAX_BYTES,
  MESSAGES_BURST,
  MESSAGES_PER_SECOND,
  PRESENCE_BACKLOG_MAX_BYTES,
} from './sync-limits.ts'
import type { Turnstile } from './turnstile.ts'
import { joinWires, toWire, type Wire } from './wire.ts'

type CloseReason = keyof typeof SYNC_CLOSE

export interface ConnectionContext {
  readonly document: SharedDocument
  readonly viewer: Viewer
  /** Asked for each update, because rights change while people are connected. */
  readonly access: () => Access
  /** What presence says of the viewer; undefined: not who it is; null: nothing at all. */
  readonly signature: () => Signature | undefined | null
  /** What people may write into it themselves; null: nothing. */
  readonly shape: DocumentShape | null
  /** Do the open documents take all the memory that they may? */
  readonly isFull: () => boolean
  /** How long the viewer's writing, over all connections, may keep the main thread busy, ms. */
  readonly work: Bucket
  readonly now: () => number
  readonly turnstile: Turnstile
  /** One line for the log when a connection is closed for what it did. */
  readonly onFault: (reason: CloseReason | 'too-slow') => void
  readonly onClosed: () => void
}

/** Of an update that is decoded in a thread only. */
const UNREAD = { empty: false, gap: false, ends: new Map<number, number>(), decoded: undefined }
const FAULT_OF = {
  storage: 'storage',
  malformed: 'malformed',
  'too-large': 'tooLarge',
  costly: 'tooFast',
} as const satisfies Record<Exclude<Fate, 'committed' | 'gap'>, CloseReason>
const NOTHING_NEW: ReadonlyMap<number, number> = new Map()
/** Awareness of zero people: a sign of life that any provider understands. */
const HEARTBEAT = toWire(presenceFrame([]))

const bytesOf = (data: RawData): Uint8Array =>
  Array.isArray(data) ? Buffer.concat(data) : data instanceof ArrayBuffer ? new Uint8Array(data) : data

export class Connection implements Reader {
  synced = false
  readonly #socket: WebSocket
  /** Where the WebSocket writes to; ours are whole frames already. */
  readonly #line: Duplex
  readonly #context: ConnectionContext
  readonly #owner: PresenceOwner
  readonly #messages: Bucket
  readonly #bytes: Bucket
  #access: Access
  /** Update messages received, and those dealt with. */
  #received = 0
  #saved = 0
  #savedTold = 0
  /** Something was refused or could not be placed: single updates make no sense before the whole has been sent again. */
  #awaitsCatchUp = false
  #closed = false
  /** What waits to be written at once. */
  #held: Wire[] | undefined
  /** Bytes of a catch-up that we sent ourselves and that may still be on its way to a slow reader. */
  #allowance = 0
  #lastSentAt: number
  #lastHeardAt: number

  constructor(socket: WebSocket, line: Duplex, context: ConnectionContext) {
    this.#socket = socket
    this.#line = line
    this.#context = context
    this.#owner = {
      client: undefined,
      person: context.viewer.id ?? context.viewer.role,
      signature: context.signature,
    }
    this.#messages = createBucket(MESSAGES_PER_SECOND, MESSAGES_BURST, context.now)
    this.#bytes = createBucket(BYTES_PER_SECOND, BYTES_BURST, context.now)
    this.#access = context.access()
    this.#lastSentAt = context.now()
    this.#lastHeardAt = context.now()
    context.document.readers.add(this)
    socket.on('message', (data, isBinary) => this.#receive(bytesOf(data), isBinary))
    socket.on('pong', () => {
      this.#lastHeardAt = context.now()
    })
    socket.on('close', () => this.#onClose())
    // The socket closes after an error; 'close' does the rest.
    socket.on('error', () => undefined)
    this.send(joinWires([toWire(accessFrame(this.#access)), this.#ask()]))
  }

  /** « Send me what I miss. » */
  #ask(): Wire {
    return toWire(askFrame(this.#context.document.stateVector))
  }

  send(...frames: readonly Wire[]): void {
    if (this.#closed || !this.#line.writable) return
    const waiting = this.#socket.bufferedAmount
    if (waiting <= PRESENCE_BACKLOG_MAX_BYTES) this.#allowance = 0
    if (waiting > BACKLOG_MAX_BYTES + this.#allowance) {
      // It does not read. Cut, it comes back and gets everything at once.
      this.#context.onFault('too-slow')
      this.#drop()
      return
    }
    this.#lastSentAt = this.#context.now()
    if (this.#held !== undefined) this.#held.push(...frames)
    else for (const frame of frames) this.#line.write(frame)
  }

  /** For what matters only now: skipped when the reader is behind. */
  offer(frame: Wire): void {
    if (this.#socket.bufferedAmount <= PRESENCE_BACKLOG_MAX_BYTES) this.send(frame)
  }

  hold(): void {
    this.#held ??= []
  }

  release(): void {
    this.#tellSaved()
    const held = this.#held ?? []
    this.#held = undefined
    if (this.#closed || !this.#line.writable) return
    // A copy of what is small costs less than to write it in pieces.
    if (held.reduce((sum, { byteLength }) => sum + byteLength, 0) <= JOINED_MAX_BYTES) {
      if (held.length > 0) this.#line.write(joinWires(held))
      return
    }
    this.#line.cork()
    for (const frame of held) this.#line.write(frame)
    this.#line.uncork()
  }

  close(reason: CloseReason): void {
    if (this.#closed) return
    this.#socket.close(SYNC_CLOSE[reason], reason)
    this.#onClose()
    // A peer that does not answer the close is not waited for.
    setTimeout(() => this.#socket.terminate(), 2_000).unref()
  }

  charge(ms: number): void {
    if (!this.#context.work.take(ms)) this.#fault('tooFast')
  }

  #drop(): void {
    this.#socket.terminate()
    this.#onClose()
  }

  #onClose(): void {
    if (this.#closed) return
    this.#closed = true
    this.#context.document.readers.delete(this)
    this.#context.document.presence.leave(this.#owner)
    this.#context.onClosed()
  }

  #fault(reason: CloseReason): void {
    if (this.#closed) return
    this.#context.onFault(reason)
    this.close(reason)
  }

  /** To be called every second or so. */
  beat(): void {
    const now = this.#context.now()
    if (now - this.#lastHeardAt > 3 * HEARTBEAT_MS) this.#drop()
    else if (now - this.#lastSentAt > HEARTBEAT_MS) {
      this.send(HEARTBEAT)
      if (!this.#closed) this.#socket.ping()
    }
  }

  /** Rights may have changed. */
  recheck(): void {
    if (this.#closed) return
    const access = this.#context.access()
    if (access === this.#access) return
    const before = this.#access
    this.#access = access
    if (access === 'none') {
      this.close('notAllowed')
      return
    }
    this.send(toWire(accessFrame(access)))
    // Now it may write: it sends what it had to keep to itself meanwhile.
    if (access === 'write' && before === 'read') this.send(this.#ask())
  }

  #receive(frame: Uint8Array, isBinary: boolean): void {
    if (this.#closed) return
    this.#lastHeardAt = this.#context.now()
    if (!this.#messages.take(1) || !this.#bytes.take(frame.byteLength)) {
      this.#fault('tooFast')
      return
    }
    try {
      if (!isBinary) throw new Error('text')
      this.#handle(readFrame(frame))
    } catch {
      // What exactly was wrong is of no use in a log, and could be made to fill it.
      this.#fault('malformed')
    }
  }

  /** @throws Error on malformed content. */
  #handle(message: Message): void {
    const { document } = this.#context
    switch (message.type) {
      case 'state-vector': {
        this.recheck()
        if (this.#closed) return
        const { bytes } = message
        if (document.isHeavy) this.#context.turnstile.pass((passed) => this.#answerAtRest(bytes, passed))
        else this.#answerAtRest(bytes)
        return
      }
      case 'missing':
      case 'update':
        this.#write(message.bytes, message.type === 'missing')
        return
      case 'awareness':
        if (message.bytes.byteLength <= limits.DOCUMENT_FRAME_MAX_BYTES)
          document.presence.receive(this.#owner, message.bytes)
        return
      case 'query-awareness': {
        const present = document.presence.snapshot()
        if (present !== undefined && this.synced) this.send(present)
      }
    }
  }

  /** All that is missing, then who is here. How many bytes that was. @throws Error on a malformed state vector. */
  #answer(stateVector: Uint8Array): number {
    const { document } = this.#context
    const missing = document.missingFor(stateVector)
    this.synced = true
    this.hold()
    this.send(...missing)
    this.#allowance = missing.reduce((sum, frame) => sum + frame.byteLength, 0)
    const present = document.presence.snapshot()
    if (present !== undefined) this.send(present)
    this.release()
    return this.#allowance
  }

  /** Nobody is told what is not committed. */
  #answerAtRest(stateVector: Uint8Array, answered: (bytes: number) => void = () => undefined): void {
    this.#context.document.whenAtRest(() => {
      let bytes = 0
      try {
        if (!this.#closed) bytes = this.#answer(stateVector)
      } catch {
        this.#fault('malformed')
      }
      answered(bytes)
    })
  }

  #write(update: Uint8Array, isCatchUp: boolean): void {
    const { document } = this.#context
    this.#received++
    if (!isCatchUp && update.byteLength > limits.DOCUMENT_FRAME_MAX_BYTES) {
      this.#fault('tooLarge')
      return
    }
    // What is so large is not even decoded here. It is everything that is missing, and never nothing.
    const isLarge = update.byteLength > limits.DOCUMENT_FRAME_MAX_BYTES
    const { empty, gap, ends, decoded } = isLarge ? UNREAD : document.inspect(update)
    this.recheck()
    if (this.#closed) return
    if (isCatchUp) this.#awaitsCatchUp = false
    else if (this.#awaitsCatchUp) return
    const isRefused = !empty && this.#access !== 'write'
    if (isRefused) {
      // Said, not punished: it goes on reading, keeps its text, and is asked for it when it may write again.
      this.#awaitsCatchUp = true
      this.send(toWire(deniedFrame('read-only')))
    } else if (gap) {
      // All that somebody has builds on itself: what still misses something nobody has.
      if (isCatchUp) throw new Error('a catch-up with a gap')
      this.#askAgain()
      return
    }
    if (empty || isRefused) this.#submit({ update: undefined, ends: NOTHING_NEW })
    else this.#offer({ update, ends, ...(decoded && { decoded }) }, decoded?.structs.size !== 0)
  }

  /** `grows`: it does more than delete, which one may do where there is too much. */
  #offer(offer: Pick<Submitted, 'update' | 'ends' | 'decoded'>, grows: boolean): void {
    const { document, shape, isFull } = this.#context
    if (shape === null) throw new Error('nobody writes here')
    if (grows && !document.hasRoomFor(offer.update?.byteLength ?? 0, shape.maxBytes)) this.#fault('tooLarge')
    else if (grows && isFull()) this.#fault('busy')
    else this.#submit({ ...offer, shape })
  }

  #submit(offer: Pick<Submitted, 'update' | 'ends' | 'decoded' | 'shape'>): void {
    const position = this.#received
    const done = (fate: Fate) => this.#done(fate, position)
    this.#context.document.submit({ ...offer, person: this.#owner.person, from: this, done })
  }

  /** Single updates make no sense before the whole has been sent again. */
  #askAgain(): void {
    this.#awaitsCatchUp = true
    this.send(this.#ask())
  }

  #done(fate: Fate, position: number): void {
    if (fate === 'committed') this.#saved = Math.max(this.#saved, position)
    else if (fate === 'gap') this.#askAgain()
    else this.#fault(FAULT_OF[fate])
  }

  #tellSaved(): void {
    if (this.#saved === this.#savedTold || this.#closed) return
    this.#savedTold = this.#saved
    this.send(toWire(savedFrame(this.#saved)))
  }
}
