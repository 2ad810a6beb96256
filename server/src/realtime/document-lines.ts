/**
 * Documents for who has no WebSocket: their bytes come as events on the session's connection. Behind it each has a real
 * WebSocket to our own server, over a pair of streams inside the process: it comes in by the door of all others, with the same
 * cookie, and is held to the same limits there.
 */
import type { Server as HttpServer } from 'node:http'
import { duplexPair } from 'node:stream'
import { limits, MessageParts, NO_WORD, SYNC_CLOSE, SYNC_PATH } from '@escale/shared'
import { WebSocket } from 'ws'

/** As much as this waits on the outer connection; beyond, the inner ones are not read, and find out by their own limits. */
export const AHEAD_MAX_BYTES = 128 * 1024
/** Of what was sent to a document and not yet taken by it. */
const UNTAKEN_MAX_BYTES = 512 * 1024
const OPEN_WITHIN_MS = 10_000
const PATH_MAX_CHARS = 1_000
const PART_MAX_CHARS = Math.ceil(limits.LINE_PART_BYTES / 3) * 4
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/

/** What the outer connection says of itself. */
export interface Outer {
  opened(line: number): void
  bytes(line: number, part: string, isLast: boolean): void
  ended(line: number, code: number, reason: string): void
  /** Bytes that wait to be sent on it. */
  readonly waiting: number
}

/** A WebSocket to `path` of our own server, that never leaves the process. */
export function connectInside(
  http: HttpServer,
  path: string,
  headers: Readonly<Record<string, string>>,
): WebSocket {
  const [ours, theirs] = duplexPair()
  // Without a listener an error would end the process; each end is closed by whoever uses it.
  for (const end of [ours, theirs]) end.on('error', () => undefined)
  // A pair does not end together by itself: what was cut here would stay open, and counted, there.
  ours.once('close', () => theirs.destroy())
  theirs.once('close', () => setImmediate(() => ours.destroy()))
  const socket = new WebSocket(`ws://inside${path}`, {
    headers,
    createConnection: () => ours,
    perMessageDeflate: false,
    handshakeTimeout: OPEN_WITHIN_MS,
  })
  http.emit('connection', theirs)
  return socket
}

interface Line {
  readonly socket: WebSocket
  /** What was read and not yet handed on. */
  readonly read: MessageParts
  end: { readonly code: number; readonly reason: string } | undefined
}

export class DocumentLines {
  readonly #lines = new Map<number, Line>()
  readonly #outer: Outer
  readonly #connect: (path: string) => WebSocket

  constructor(outer: Outer, connect: (path: string) => WebSocket) {
    this.#outer = outer
    this.#connect = connect
  }

  open(number: unknown, path: unknown): void {
    if (!isNumber(number)) return
    const isPath =
      typeof path === 'string' && path.length <= PATH_MAX_CHARS && path.startsWith(`${SYNC_PATH}/`)
    if (!isPath || this.#lines.has(number)) {
      this.#refuse(number, 'malformed')
      return
    }
    if (this.#lines.size >= limits.LINES_MAX) {
      this.#outer.ended(number, SYNC_CLOSE.tooFast, 'tooFast')
      return
    }
    const socket = this.#connect(path)
    const line: Line = { socket, read: new MessageParts(), end: undefined }
    this.#lines.set(number, line)
    socket.on('open', () => this.#outer.opened(number))
    socket.on('message', (data: Buffer) => {
      line.read.add(data)
      this.#hand(number, line)
    })
    // It closes after an error; `close` does the rest.
    socket.on('error', () => undefined)
    socket.on('close', (code, reason) => {
      line.end = { code: code || NO_WORD, reason: String(reason) }
      this.#hand(number, line)
    })
  }

  bytes(number: unknown, part: unknown, isLast: unknown, taken: unknown): void {
    const line = isNumber(number) ? this.#lines.get(number) : undefined
    // It has ended meanwhile, which its other end is being told.
    if (line === undefined || line.end !== undefined || !isNumber(number)) {
      if (typeof taken === 'function') taken()
      return
    }
    const { socket } = line
    const isPart = typeof part === 'string' && part.length <= PART_MAX_CHARS && BASE64.test(part)
    if (!isPart || typeof isLast !== 'boolean' || socket.readyState !== socket.OPEN) {
      this.#refuse(number, 'malformed')
      return
    }
    if (socket.bufferedAmount > UNTAKEN_MAX_BYTES) {
      this.#refuse(number, 'tooFast')
      return
    }
    socket.send(Buffer.from(part, 'base64'), { binary: true, fin: isLast }, () => {
      if (typeof taken === 'function') taken()
    })
  }

  /** Its other end has closed it. */
  end(number: unknown): void {
    if (isNumber(number)) this.#drop(number)
  }

  /** The outer connection has room again. */
  goOn(): void {
    for (const [number, line] of this.#lines) this.#hand(number, line)
  }

  /** The outer connection has ended. */
  close(): void {
    for (const number of [...this.#lines.keys()]) this.#drop(number)
  }

  #refuse(number: number, reason: 'malformed' | 'tooFast'): void {
    this.#drop(number)
    this.#outer.ended(number, SYNC_CLOSE[reason], reason)
  }

  #drop(number: number): void {
    const line = this.#lines.get(number)
    this.#lines.delete(number)
    line?.socket.terminate()
  }

  /** Hands on what was read as far as there is room, and reads on only when nothing is left. */
  #hand(number: number, line: Line): void {
    if (this.#lines.get(number) !== line) return
    while (!line.read.isEmpty) {
      const next = this.#outer.waiting > AHEAD_MAX_BYTES ? undefined : line.read.take()
      if (next === undefined) {
        line.socket.pause()
        return
      }
      const { buffer, byteOffset, length } = next.part
      this.#outer.bytes(number, Buffer.from(buffer, byteOffset, length).toString('base64'), next.isLast)
    }
    if (line.end !== undefined) {
      this.#lines.delete(number)
      this.#outer.ended(number, line.end.code, line.end.reason)
    } else line.socket.resume()
  }
}

const isNumber = (given: unknown): given is number => Number.isSafeInteger(given) && Number(given) >= 0
