/**
 * The HTTP server under everything else, and what every connection to it is held to. Whatever is built on top may forget
 * that a line can break at any moment, stay silent, or send by the drop: it is thought of here, once, for all of them.
 */
import { createServer, IncomingMessage, type Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import {
  BODY_MIN_BYTES_PER_S,
  BODY_WITHIN_MS,
  CONNECTIONS_MAX,
  CONNECTIONS_PER_ADDRESS,
  HEADERS_WITHIN_MS,
  LOOK_EVERY_MS,
  REQUEST_WITHIN_MS,
  SILENT_MAX,
  STILL_MAX_MS,
  UNANSWERED_MAX,
} from './connection-limits.ts'

/** How long a body may take, ms. `length`: as the request says it; undefined when it does not say. */
export function bodyPatience(length: number | undefined): number {
  if (length === undefined || !Number.isFinite(length)) return REQUEST_WITHIN_MS
  return Math.min(BODY_WITHIN_MS + (length / BODY_MIN_BYTES_PER_S) * 1_000, REQUEST_WITHIN_MS)
}

/** An error of a line is an end of that line; Node destroys it by itself, and ends the process if nobody listens. */
const ignore = (): void => undefined

/** Who is connected, by address, and who of them has not said anything yet. The oldest come first. */
export class Lines {
  readonly #silentMax: number
  readonly #perAddress: number
  readonly #open = new Map<string, number>()
  readonly #silent = new Map<string, Set<Socket>>()
  #silentCount = 0

  constructor({ silentMax = SILENT_MAX, perAddress = CONNECTIONS_PER_ADDRESS } = {}) {
    this.#silentMax = silentMax
    this.#perAddress = perAddress
  }

  /** Takes a new connection under its care for as long as it lasts. */
  add(line: Socket): void {
    line.on('error', ignore)
    const address = line.remoteAddress ?? ''
    const open = (this.#open.get(address) ?? 0) + 1
    this.#open.set(address, open)
    line.once('close', () => {
      this.spoke(line, address)
      const left = (this.#open.get(address) ?? 1) - 1
      if (left > 0) this.#open.set(address, left)
      else this.#open.delete(address)
    })
    if (open > this.#perAddress) {
      line.destroy()
      return
    }
    const silent = this.#silent.get(address) ?? new Set()
    this.#silent.set(address, silent.add(line))
    this.#silentCount += 1
    if (this.#silentCount > this.#silentMax) this.#endOldestOfMost()
  }

  /** It has sent a request, or is gone. */
  spoke(line: Socket, address = line.remoteAddress ?? ''): void {
    const silent = this.#silent.get(address)
    if (!silent?.delete(line)) return
    this.#silentCount -= 1
    if (silent.size === 0) this.#silent.delete(address)
  }

  /** Whoever holds most of the silent lines is who loses one. */
  #endOldestOfMost(): void {
    let most: Set<Socket> = new Set()
    for (const silent of this.#silent.values()) if (silent.size > most.size) most = silent
    for (const oldest of most) {
      this.spoke(oldest)
      oldest.destroy()
      return
    }
  }
}

/** Ends a line whose body comes too slowly, or that asks on and on without waiting for an answer. */
function watchRequest(
  request: IncomingMessage,
  response: ServerResponse,
  unanswered: WeakMap<Socket, number>,
) {
  const { socket, headers } = request
  const waiting = (unanswered.get(socket) ?? 0) + 1
  unanswered.set(socket, waiting)
  response.once('close', () => unanswered.set(socket, (unanswered.get(socket) ?? 1) - 1))
  if (waiting > UNANSWERED_MAX) socket.destroy()
  const length = headers['content-length']
  const hasBody = headers['transfer-encoding'] !== undefined || Number(length ?? 0) > 0
  if (!hasBody) return
  const patience = setTimeout(
    () => socket.destroy(),
    bodyPatience(length === undefined ? undefined : Number(length)),
  )
  patience.unref()
  for (const over of ['end', 'close']) request.once(over, () => clearTimeout(patience))
}

/** An HTTP server that no connection can end, and that no connection can hold for nothing. */
export function createGuardedServer(lines = new Lines()): Server {
  const unanswered = new WeakMap<Socket, number>()
  // By class, not by event: engine.io replaces the listeners of `request`.
  class Request extends IncomingMessage {
    constructor(line: Socket) {
      super(line)
      this.on('error', ignore)
      lines.spoke(line)
    }
  }
  class Response<Q extends IncomingMessage = IncomingMessage> extends ServerResponse<Q> {
    // Node hands over more than its types say.
    constructor(...all: readonly [Q]) {
      super(...all)
      const [request] = all
      this.on('error', ignore)
      watchRequest(request, this, unanswered)
    }
  }
  const http = createServer({
    IncomingMessage: Request,
    ServerResponse: Response,
    headersTimeout: HEADERS_WITHIN_MS,
    requestTimeout: REQUEST_WITHIN_MS,
    connectionsCheckingInterval: LOOK_EVERY_MS,
  })
  http.timeout = STILL_MAX_MS
  http.maxConnections = CONNECTIONS_MAX
  http.on('connection', (line) => lines.add(line))
  return http
}

/** Refuses an upgrade, and keeps nothing of its line: not even the half that the other end may leave open for ever. */
export function refuseUpgrade(line: Duplex, status: string): void {
  line.on('error', ignore)
  if (!line.writable) line.destroy()
  else line.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => line.destroy())
}
