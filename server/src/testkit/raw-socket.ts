import type { Browser } from '@escale/bots'
import {
  type Company,
  DocumentLineEnds,
  type Frame,
  type Goodbye,
  type Outside,
  type Receipt,
  SOCKET_PATH,
} from '@escale/shared'
import { io, type Socket } from 'socket.io-client'

export interface Bye {
  readonly reason: Goodbye
  readonly retryInMs: number | null
}

export interface RawSocketOptions {
  readonly origin?: string
  readonly query?: Readonly<Record<string, string>>
  readonly transport?: 'websocket' | 'polling'
  /** In place of the browser's own, and of the origin. */
  readonly headers?: Readonly<Record<string, string>>
}

/** One connection that keeps what it is told and sends whatever a test wants, well-formed or not. */
export class RawSocket {
  readonly frames: Frame[] = []
  /** What it was told in passing. */
  readonly company: Company[] = []
  /** The build of the client that the server said it has. */
  build: string | undefined
  readonly #socket: Socket
  #bye: Bye | undefined
  #outside: Outside | undefined
  readonly #waiting = new Set<() => void>()

  /** Documents' lines, where there is no WebSocket. */
  readonly lines: DocumentLineEnds

  private constructor(
    browser: Browser,
    query: Readonly<Record<string, string>>,
    transport: 'websocket' | 'polling',
    headers: Readonly<Record<string, string>>,
  ) {
    this.#socket = io(browser.baseUrl, {
      path: SOCKET_PATH,
      transports: [transport],
      query,
      extraHeaders: headers,
      forceNew: true,
      reconnection: false,
    })
    this.#socket.on('frame', (frame: Frame) => {
      this.frames.push(frame)
      this.#look()
    })
    this.#socket.on('company', (news: Company) => {
      this.company.push(news)
      this.#look()
    })
    this.#socket.on('waiting', (why: Outside) => {
      this.#outside = why
      this.#look()
    })
    this.#socket.on('build', (build: string) => {
      this.build = build
    })
    this.#socket.on('bye', (reason: Goodbye, retryInMs: number | null) => {
      this.#bye = { reason, retryInMs }
      this.#look()
    })
    const socket = this.#socket
    this.lines = new DocumentLineEnds({
      open: (...args) => socket.emit('line-open', ...args),
      bytes: (...args) => socket.emit('line-bytes', ...args),
      end: (...args) => socket.emit('line-end', ...args),
      encode: (bytes) => Buffer.from(bytes).toString('base64'),
      decode: (text) => new Uint8Array(Buffer.from(text, 'base64')),
    })
    socket.on('line-open', (line: number) => this.lines.opened(line))
    socket.on('line-bytes', (line: number, part: string, isLast: boolean) =>
      this.lines.bytes(line, part, isLast),
    )
    socket.on('line-end', (line: number, code: number, reason: string) =>
      this.lines.ended(line, code, reason),
    )
    socket.on('disconnect', () => this.lines.cut())
    for (const event of ['connect_error', 'disconnect']) this.#socket.on(event, () => this.#look())
  }

  static async open(
    browser: Browser,
    session: string,
    as: string,
    {
      origin = browser.baseUrl,
      query = {},
      transport = 'websocket',
      headers = { cookie: browser.jar.header(), origin },
    }: RawSocketOptions = {},
  ): Promise<RawSocket> {
    return new RawSocket(browser, { session, as, ...query }, transport, headers)
  }

  get connected(): boolean {
    return this.#socket.connected
  }

  /** The first frame for which `predicate` holds, seen already or to come. */
  async frame(predicate: (frame: Frame) => boolean = () => true): Promise<Frame> {
    await this.#until(() => this.frames.some(predicate))
    return this.frames.find(predicate) as Frame
  }

  /** The first that was told in passing for which `predicate` holds, heard already or to come. */
  async heard(predicate: (news: Company) => boolean = () => true): Promise<Company> {
    await this.#until(() => this.company.some(predicate))
    return this.company.find(predicate) as Company
  }

  bye(): Promise<Bye> {
    return this.#until(() => this.#bye !== undefined).then(() => this.#bye as Bye)
  }

  /** Why there is no seat yet. */
  waits(): Promise<Outside> {
    return this.#until(() => this.#outside !== undefined).then(() => this.#outside as Outside)
  }

  /** Resolves when the server has refused or ended the connection. */
  async ended(): Promise<void> {
    const socket = this.#socket
    await new Promise<void>((resolve) => {
      socket.once('connect_error', () => resolve())
      socket.once('disconnect', () => resolve())
    })
  }

  /** Whichever comes first: let in (`in`), or the reason why not. */
  async fate(): Promise<'in' | Goodbye> {
    await this.#until(() => this.#bye !== undefined || this.frames.length > 0)
    return this.#bye?.reason ?? 'in'
  }

  command(id: string, command: unknown): Promise<Receipt> {
    return this.ask('command', { id, command })
  }

  /** Sends anything and waits for its answer. */
  ask<T>(event: string, ...args: readonly unknown[]): Promise<T> {
    return new Promise((resolve) => this.#socket.emit(event, ...args, resolve))
  }

  /** Sends anything and waits for nothing. */
  say(event: string, ...args: readonly unknown[]): void {
    this.#socket.emit(event, ...args)
  }

  close(): void {
    this.#socket.disconnect()
  }

  #look(): void {
    for (const look of [...this.#waiting]) look()
  }

  #until(holds: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!holds()) return
        this.#waiting.delete(look)
        resolve()
      }
      this.#waiting.add(look)
      look()
    })
  }
}
