import { type Access, SYNC_MESSAGE_ACCESS, SYNC_MESSAGE_SAVED, SYNC_PATH } from '@escale/shared'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Seat } from './seat.ts'

/** y-websocket's message: 0 sync, then 1 what the server misses, or 2 an update. The server counts both. */
const isUpdate = (data: Uint8Array): boolean => data[0] === 0 && (data[1] === 1 || data[1] === 2)
const ACCESS = ['none', 'read', 'write'] as const satisfies readonly Access[]

/** One shared document, through the unmodified y-websocket provider. */
export class BotDocument {
  readonly doc = new Y.Doc()
  readonly provider: WebsocketProvider
  /** Update messages sent on, and reported as saved for, the present connection. */
  #sent = 0
  #saved = 0
  readonly #listeners = new Set<() => void>()
  /** Close code when the server refused the document for good. */
  closedWith: number | undefined
  /** The right that the server told; undefined until then. */
  access: Access | undefined

  constructor({ browser, as, session }: Seat, activity: string, name: string) {
    const cookie = browser.jar.header()
    const count = () => {
      this.#sent += 1
    }
    const restart = () => {
      this.#sent = 0
      this.#saved = 0
    }
    class CookieSocket extends WebSocket {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(url, protocols, { headers: { cookie, origin: browser.origin } })
        restart()
      }
      override send(data: Uint8Array): void {
        if (isUpdate(data)) count()
        super.send(data)
      }
    }
    this.provider = new WebsocketProvider(
      `${browser.baseUrl.replace(/^http/, 'ws')}${SYNC_PATH}/${as}/${session}/${activity}`,
      name,
      this.doc,
      // ws speaks the browser's interface, but its types know events of their own.
      { WebSocketPolyfill: CookieSocket as never, disableBc: true, maxBackoffTime: 2_000 },
    )
    this.provider.messageHandlers[SYNC_MESSAGE_SAVED] = (_answer, decoder) => {
      this.#saved = readVarUint(decoder)
      this.#tell()
    }
    this.provider.messageHandlers[SYNC_MESSAGE_ACCESS] = (_answer, decoder) => {
      this.access = ACCESS[readVarUint(decoder)]
      this.#tell()
    }
    this.provider.on('closed', ({ code }) => {
      this.closedWith = code
      this.#tell()
    })
    this.provider.on('sync', () => this.#tell())
    this.doc.on('update', () => this.#tell())
  }

  /** True when the first synchronisation is done. */
  get ready(): boolean {
    return this.provider.synced
  }

  /** True when everything written here is committed on the server. */
  get saved(): boolean {
    return this.provider.synced && this.#saved >= this.#sent
  }

  /** Resolves when `predicate` holds for this document. @throws Error after `timeoutMs` */
  until(predicate: (document: BotDocument) => boolean, timeoutMs = 20_000): Promise<this> {
    return new Promise((resolve, reject) => {
      const look = () => {
        if (!predicate(this)) return
        clearTimeout(timer)
        this.#listeners.delete(look)
        resolve(this)
      }
      const timer = setTimeout(() => {
        this.#listeners.delete(look)
        reject(new Error(`document ${this.provider.roomname}: not so within ${timeoutMs} ms: ${predicate}`))
      }, timeoutMs)
      this.#listeners.add(look)
      look()
    })
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener()
  }

  close(): void {
    this.provider.destroy()
    this.doc.destroy()
  }
}

/** lib0's varuint: 7 bits a byte, least first. */
function readVarUint(decoder: { arr: Uint8Array; pos: number }): number {
  let value = 0
  for (let factor = 1; ; factor *= 128) {
    const byte = decoder.arr[decoder.pos] ?? 0
    decoder.pos += 1
    value += (byte & 127) * factor
    if (byte < 128) return value
  }
}
