import { addNote, SYNC_MESSAGE_SAVED } from '@escale/shared'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { hear, NOTHING_KNOWN, STEP_1, STEP_2, syncMessage, UPDATE } from './sync-messages.ts'
import type { Seat } from './wall.ts'

/**
 * Somebody who writes notes over the bare protocol and keeps a journal: what was written, what the server said is kept.
 * Of the wall it knows its own notes only, so that hundreds of them cost little.
 */
export class Writer {
  readonly seat: Seat
  /** Id → text. */
  readonly written = new Map<string, string>()
  readonly acknowledged = new Set<string>()
  /** Close codes of the connections that ended. */
  readonly closedWith: number[] = []
  /** How often the server said that something was not taken. */
  denied = 0
  readonly #name: string
  readonly #url: string
  readonly #own = new Y.Doc()
  readonly #listeners = new Set<() => void>()
  #socket: WebSocket | undefined
  /** What each update message of this connection carried. */
  #messages: (readonly string[])[] = []
  #synced = false

  constructor(seat: Seat, url: string, name: string) {
    this.seat = seat
    this.#url = url
    this.#name = name
    this.#own.on('update', (update: Uint8Array, origin: unknown) => {
      if (this.#synced) this.#send(syncMessage(UPDATE, update), typeof origin === 'string' ? [origin] : [])
    })
  }

  get isConnected(): boolean {
    return this.#synced
  }

  /** Resolves when it has told the server what it has, and been told. */
  async connect(): Promise<void> {
    const { browser } = this.seat
    const socket = new WebSocket(this.#url, {
      headers: { cookie: browser.jar.header(), origin: browser.baseUrl },
      perMessageDeflate: false,
    })
    this.#socket = socket
    this.#messages = []
    socket.on('message', (data: Buffer) => this.#receive(data))
    socket.on('open', () => socket.send(syncMessage(STEP_1, NOTHING_KNOWN)))
    socket.on('error', () => undefined)
    socket.on('close', (code) => {
      if (this.#socket !== socket) return
      this.#synced = false
      this.#socket = undefined
      this.closedWith.push(code)
      this.#tell()
    })
    await this.until('connected', () => this.#synced || this.#socket === undefined)
    if (!this.#synced) throw new Error(`${this.#name} was not let in: ${this.closedWith.at(-1)}`)
  }

  write(text = `de ${this.#name}`): string {
    const id = `${this.#name}-${this.written.size}`
    this.written.set(id, text)
    this.#own.transact(
      () =>
        addNote(this.#own, {
          id,
          text,
          author: this.seat.person,
          colour: 0,
          zone: '',
          createdAt: 1_790_000_000_000 + this.written.size,
        }),
      id,
    )
    return id
  }

  /** Writes a title of `chars` characters over the one before. It is no note, and not in the journal. */
  replace(chars: number): void {
    const stack = new Y.Map([['title', 'x'.repeat(chars)]])
    this.#own.getMap('stacks').set(this.#name, stack)
  }

  get isAllSaved(): boolean {
    return this.acknowledged.size === this.written.size
  }

  /** Looks again at everything that happens here. @throws Error after `ms` */
  until(what: string, holds: () => boolean, ms = 20_000): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => {
        if (!holds()) return
        this.#listeners.delete(look)
        clearTimeout(timer)
        resolve()
      }
      const timer = setTimeout(() => {
        this.#listeners.delete(look)
        reject(new Error(`${this.#name}: not within ${ms} ms: ${what}`))
      }, ms)
      this.#listeners.add(look)
      look()
    })
  }

  /** Stops reading what comes, as a phone in a lift does; the connection stays. */
  stall(): void {
    this.#socket?.pause()
  }

  close(): void {
    this.#socket?.terminate()
  }

  #receive(data: Buffer): void {
    const heard = hear(data, SYNC_MESSAGE_SAVED)
    if (heard.type === 'asked') {
      const open = [...this.written.keys()].filter((id) => !this.acknowledged.has(id))
      this.#send(syncMessage(STEP_2, Y.encodeStateAsUpdate(this.#own, heard.bytes)), open)
    } else if (heard.type === 'whole') this.#synced = true
    else if (heard.type === 'denied') this.denied += 1
    else if (heard.type === 'saved')
      for (const ids of this.#messages.slice(0, heard.count)) for (const id of ids) this.acknowledged.add(id)
    else return
    this.#tell()
  }

  #send(message: Uint8Array, ids: readonly string[]): void {
    this.#messages.push(ids)
    this.#socket?.send(message)
  }

  #tell(): void {
    for (const look of [...this.#listeners]) look()
  }
}

/** Connects everybody, some at a time. */
export async function connectAll(writers: readonly Writer[], atOnce = 50): Promise<void> {
  for (let from = 0; from < writers.length; from += atOnce)
    await Promise.all(writers.slice(from, from + atOnce).map((writer) => writer.connect()))
}
