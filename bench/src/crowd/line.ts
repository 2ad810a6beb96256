/** One person's raw connection to one document: joins, writes what was encoded before, counts what arrives. */
import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { now } from '../measure/clock.ts'
import { type Dialect, dialectOf } from './dialect.ts'
import { eachMark } from './marks.ts'
import type { LineSpec } from './messages.ts'
import { binaryFrame, FrameReader, OPCODE, pingFrame, pongFrame } from './web-socket-frames.ts'

const END_OF_HEADERS = '\r\n\r\n'

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
  bytes = 0
  sightings: Sighting[] = []
  /** Every update that arrived, for those who check afterwards what it adds up to. */
  readonly kept: Uint8Array[] = []
  /** Why it ended before it was closed. */
  lost: string | undefined
  pingMs: number[] = []
  #pingAt = 0
  #socket: Socket | undefined
  #joined: (() => void) | undefined
  #failed: ((error: Error) => void) | undefined
  #began = 0
  #closing = false

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
      const socket = connect(this.spec.seat.port, '127.0.0.1')
      this.#socket = socket
      socket.setNoDelay(true)
      socket.once('connect', () => socket.write(this.#handshake()))
      socket.on('error', (error) => this.#lose(error.message))
      socket.on('close', () => this.#lose('closed'))
      this.#awaitHandshake(socket)
    })
  }

  /** Counts from zero again. */
  forget(expected: number): void {
    this.expected = expected
    this.delivered = 0
    this.echoed = 0
    this.frames = 0
    this.bytes = 0
    this.sightings = []
  }

  #handshake(): string {
    const { port, path, headers } = this.spec.seat
    const lines = [
      `GET ${path} HTTP/1.1`,
      `host: 127.0.0.1:${port}`,
      'upgrade: websocket',
      'connection: Upgrade',
      `sec-websocket-key: ${randomBytes(16).toString('base64')}`,
      'sec-websocket-version: 13',
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ]
    return lines.join('\r\n') + END_OF_HEADERS
  }

  #awaitHandshake(socket: Socket): void {
    let head = Buffer.alloc(0)
    const onData = (chunk: Buffer) => {
      head = Buffer.concat([head, chunk])
      const end = head.indexOf(END_OF_HEADERS)
      if (end < 0) return
      socket.off('data', onData)
      const status = head.subarray(0, head.indexOf('\r\n')).toString()
      if (!status.includes(' 101 ')) {
        this.#lose(status)
        socket.destroy()
        return
      }
      const reader = new FrameReader((opcode, payload) => this.#receive(opcode, payload))
      socket.on('data', (data: Buffer) => {
        this.bytes += data.byteLength
        reader.read(data)
      })
      for (const message of this.dialect.greeting) socket.write(binaryFrame(message))
      if (!this.dialect.gives) this.#isIn()
      const rest = head.subarray(end + END_OF_HEADERS.length)
      if (rest.byteLength > 0) reader.read(rest)
    }
    socket.on('data', onData)
  }

  #receive(opcode: number, payload: Buffer): void {
    if (opcode === OPCODE.binary) this.#hear(payload)
    else if (opcode === OPCODE.ping) this.#socket?.write(pongFrame(payload))
    else if (opcode === OPCODE.pong) this.pingMs.push(now() - this.#pingAt)
    else if (opcode === OPCODE.close)
      this.#lose(`close ${payload.byteLength >= 2 ? payload.readUInt16BE(0) : ''} ${payload.subarray(2)}`)
  }

  #hear(payload: Buffer): void {
    const heard = this.dialect.heard(payload)
    if (heard === 'asked') this.#socket?.write(binaryFrame(this.dialect.nothing))
    else if (heard === 'whole' && this.#joined !== undefined) {
      this.joinBytes += payload.byteLength
      if (this.spec.observes)
        eachMark(payload, () => {
          this.joinMarks++
        })
      this.#keep(payload)
      this.#isIn()
    } else if (heard === 'whole' || heard === 'update' || heard === 'presence') this.#count(payload, heard)
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
    if (this.#closing) return
    this.lost ??= reason
    this.#failed?.(new Error(`${this.spec.seat.path}: ${reason}`))
    this.#failed = undefined
  }

  /** Sends a frame that is ready to go. */
  send(frame: Buffer): void {
    this.#socket?.write(frame)
  }

  /** How long the server takes to answer a ping, into `pingMs`. */
  ping(): void {
    this.#pingAt = now()
    this.send(pingFrame(new Uint8Array()))
  }

  /** Reads no more, and stays connected. */
  stall(): void {
    this.#socket?.pause()
  }

  close(): void {
    this.#closing = true
    this.#socket?.destroy()
  }
}
