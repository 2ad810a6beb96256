/** A WebSocket without a library, so that a crowd of them leaves the machine to the server under test. */
import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { binaryFrame, FrameReader, OPCODE, pongFrame, textFrame } from './web-socket-frames.ts'

const END_OF_HEADERS = '\r\n\r\n'

export interface Address {
  readonly port: number
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
}

export interface RawSocketEvents {
  readonly onOpen: () => void
  /** A text or binary message; the bytes are valid only during the call. */
  readonly onMessage: (payload: Buffer) => void
  /** It ended, and not by `close`. */
  readonly onLost: (reason: string) => void
}

export class RawSocket {
  /** Bytes that have come since the handshake. */
  bytes = 0
  readonly #socket: Socket
  readonly #events: RawSocketEvents
  #closing = false

  constructor(address: Address, events: RawSocketEvents) {
    this.#events = events
    const socket = connect(address.port, '127.0.0.1')
    this.#socket = socket
    socket.setNoDelay(true)
    socket.once('connect', () => socket.write(handshake(address)))
    socket.on('error', (error) => this.#lose(error.message))
    socket.on('close', () => this.#lose('closed'))
    this.#awaitHandshake()
  }

  #awaitHandshake(): void {
    let head = Buffer.alloc(0)
    const onData = (chunk: Buffer) => {
      head = Buffer.concat([head, chunk])
      const end = head.indexOf(END_OF_HEADERS)
      if (end < 0) return
      this.#socket.off('data', onData)
      const status = head.subarray(0, head.indexOf('\r\n')).toString()
      if (status.includes(' 101 ')) this.#listen(head.subarray(end + END_OF_HEADERS.length))
      else this.#refused(status)
    }
    this.#socket.on('data', onData)
  }

  #listen(rest: Buffer): void {
    const reader = new FrameReader((opcode, payload) => this.#receive(opcode, payload))
    this.#socket.on('data', (data: Buffer) => {
      this.bytes += data.byteLength
      reader.read(data)
    })
    this.#events.onOpen()
    if (rest.byteLength > 0) reader.read(rest)
  }

  #refused(status: string): void {
    this.#lose(status)
    this.#socket.destroy()
  }

  #receive(opcode: number, payload: Buffer): void {
    if (opcode === OPCODE.binary || opcode === OPCODE.text) this.#events.onMessage(payload)
    else if (opcode === OPCODE.ping) this.write(pongFrame(payload))
    else if (opcode === OPCODE.close)
      this.#lose(`close ${payload.byteLength >= 2 ? payload.readUInt16BE(0) : ''} ${payload.subarray(2)}`)
  }

  #lose(reason: string): void {
    if (this.#closing) return
    this.#closing = true
    this.#events.onLost(reason)
  }

  /** Sends a frame that is ready to go. */
  write(frame: Buffer): void {
    this.#socket.write(frame)
  }

  send(message: Uint8Array): void {
    this.write(binaryFrame(message))
  }

  sendText(text: string): void {
    this.write(textFrame(text))
  }

  /** Reads no more, and stays connected. */
  stall(): void {
    this.#socket.pause()
  }

  close(): void {
    this.#closing = true
    this.#socket.destroy()
  }
}

function handshake({ port, path, headers }: Address): string {
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
