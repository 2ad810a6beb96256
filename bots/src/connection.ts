import {
  type As,
  type ClientToServer,
  type Command,
  type Envelope,
  type Frame,
  fitsCommand,
  type Goodbye,
  PROTOCOL_VERSION,
  type Receipt,
  refuse,
  type ServerToClient,
  SOCKET_PATH,
} from '@escale/shared'
import { io, type Socket } from 'socket.io-client'
import { v7 as uuid } from 'uuid'
import type { Browser } from './http.ts'
import { ServerClock } from './server-clock.ts'
import { NOTHING_SEEN, type Sight, withFrame } from './sight.ts'

const PROBES = 4
/** When the server closed without saying when to come back. */
const RETRY_DEFAULT_MS = 500

interface Waiting {
  readonly envelope: Envelope
  readonly settle: (receipt: Receipt) => void
}

/** The Socket.IO connection of one role of one browser. It reconnects by itself and resends what was not answered. */
export class Connection {
  readonly clock = new ServerClock()
  /** Set when the server said goodbye for good. */
  goodbye: Goodbye | undefined
  readonly #socket: Socket<ServerToClient, ClientToServer>
  readonly #device = uuid()
  readonly #outbox = new Map<string, Waiting>()
  readonly #listeners = new Set<() => void>()
  readonly #frameListeners = new Set<(frame: Frame) => void>()
  #sight: Sight = NOTHING_SEEN
  #counter = 0
  #retryInMs = RETRY_DEFAULT_MS
  #retry: NodeJS.Timeout | undefined

  constructor(browser: Browser, session: string, as: As) {
    const { origin: host, pathname: folder } = new URL(browser.baseUrl)
    this.#socket = io(host, {
      path: folder.replace(/\/$/, '') + SOCKET_PATH,
      transports: ['websocket'],
      query: { session, as, version: PROTOCOL_VERSION, changes: 1 },
      extraHeaders: { cookie: browser.jar.header(), origin: browser.origin },
      forceNew: true,
      reconnectionDelay: 200,
      reconnectionDelayMax: 2_000,
    })
    this.#socket.on('connect', () => this.#connected())
    this.#socket.on('disconnect', (reason) => {
      // The library comes back by itself unless it was the server that closed.
      if (reason === 'io server disconnect' && this.goodbye === undefined) this.#comeBack()
      this.#tell()
    })
    this.#socket.on('frame', (frame) => this.#receive(frame))
    this.#socket.on('bye', (reason, retryInMs) => {
      if (retryInMs !== null) {
        this.#retryInMs = retryInMs
        return
      }
      this.goodbye = reason
      this.#socket.disconnect()
      this.#tell()
    })
  }

  get sight(): Sight {
    return this.#sight
  }

  get connected(): boolean {
    return this.#socket.connected
  }

  /** Sends; resolves when the server has committed or refused, over as many reconnections as it takes. */
  command(command: Command, id = this.nextCommandId()): Promise<Receipt> {
    const envelope = { id, command }
    // What is far too large would cut the connection, and be sent again at each return.
    if (!fitsCommand(envelope)) return Promise.resolve(refuse('too-large'))
    return new Promise((settle) => {
      this.#outbox.set(id, { envelope, settle })
      if (this.#socket.connected) this.#send(envelope)
    })
  }

  /** Sends anything, once and unchecked, as somebody rude would. Nothing comes back. */
  sendRaw(envelope: unknown): void {
    this.#socket.emit('command', envelope as Envelope, () => undefined)
  }

  /** The server's time, ms. Never answered when the line breaks meanwhile. */
  askTime(): Promise<number> {
    return new Promise((answer) => this.#socket.emit('clock', answer))
  }

  nextCommandId(): string {
    this.#counter += 1
    return `${this.#device}-${this.#counter}`
  }

  /** Called after every change of what is seen and of the connection. Returns how to stop. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Every frame as it came over the wire. Returns how to stop. */
  onFrame(listener: (frame: Frame) => void): () => void {
    this.#frameListeners.add(listener)
    return () => this.#frameListeners.delete(listener)
  }

  /** Cuts the line as a lost network would; `connect` mends it. */
  cut(): void {
    this.#socket.io.engine.close()
  }

  close(): void {
    clearTimeout(this.#retry)
    this.#socket.disconnect()
    this.#listeners.clear()
    this.#frameListeners.clear()
  }

  #connected(): void {
    this.clock.forget()
    void this.#probe()
    for (const { envelope } of this.#outbox.values()) this.#send(envelope)
    this.#tell()
  }

  #comeBack(): void {
    clearTimeout(this.#retry)
    this.#retry = setTimeout(() => this.#socket.connect(), this.#retryInMs)
    this.#retryInMs = RETRY_DEFAULT_MS
  }

  async #probe(): Promise<void> {
    for (let probe = 0; probe < PROBES && this.#socket.connected; probe++)
      await this.clock.probe(() => this.askTime())
    this.#tell()
  }

  #send(envelope: Envelope): void {
    this.#socket.emit('command', envelope, (receipt) => {
      this.#outbox.get(envelope.id)?.settle(receipt)
      this.#outbox.delete(envelope.id)
    })
  }

  #receive(frame: Frame): void {
    for (const listener of this.#frameListeners) listener(frame)
    const next = withFrame(this.#sight, frame)
    if (next === undefined) {
      this.#socket.emit('sync')
      return
    }
    this.#sight = next
    this.#tell()
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener()
  }
}
