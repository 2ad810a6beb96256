import { SYNC_MESSAGE_SAVED } from '@escale/shared'
import { WebSocket } from 'ws'
import {
  hear,
  NOTHING_KNOWN,
  STEP_1,
  STEP_2,
  syncMessage,
  UPDATE,
} from '../../faults/harness/sync-messages.ts'
import type { Seat } from './stage.ts'

/** What became of what was sent. `silent`: nothing within the patience of whoever waits. */
export type Fate = 'saved' | 'denied' | 'closed' | 'silent'

/** A document over the bare protocol: sends what it likes, and hears what became of it. */
export class SyncLine {
  readonly socket: WebSocket
  closedWith: number | undefined
  /** All that came, for those who look for something in it. */
  readonly heard: Buffer[] = []
  #saved = 0
  #sent = 0
  #denied = 0
  readonly #listeners = new Set<() => void>()

  private constructor(socket: WebSocket) {
    this.socket = socket
    socket.on('error', () => undefined)
    socket.on('close', (code) => {
      this.closedWith = code
      this.#tell()
    })
    socket.on('message', (data: Buffer) => {
      this.heard.push(data)
      const heard = hear(data, SYNC_MESSAGE_SAVED)
      if (heard.type === 'saved') this.#saved = heard.count
      if (heard.type === 'denied') this.#denied += 1
      this.#tell()
    })
  }

  /** Resolves when it is open, or closed again. */
  static async open({ browser, session }: Seat, activity: string, name: string, as = 'participant') {
    const url = `${browser.baseUrl.replace(/^http/, 'ws')}/sync/${as}/${session}/${activity}/${name}`
    const socket = new WebSocket(url, {
      headers: { cookie: browser.jar.header(), origin: browser.baseUrl },
      perMessageDeflate: false,
    })
    const line = new SyncLine(socket)
    await new Promise<void>((resolve) => {
      socket.once('open', resolve)
      socket.once('close', () => resolve())
    })
    return line
  }

  /** Asks for all there is. */
  ask(): void {
    this.socket.send(syncMessage(STEP_1, NOTHING_KNOWN))
  }

  /** An update, as one that is too large for a live one or as a live one. */
  async write(update: Uint8Array, ms = 4_000): Promise<Fate> {
    if (this.closedWith !== undefined) return 'closed'
    const denied = this.#denied
    this.#sent += 1
    const mine = this.#sent
    this.socket.send(syncMessage(update.byteLength > 60_000 ? STEP_2 : UPDATE, update))
    const isOver = () => this.closedWith !== undefined || this.#saved >= mine || this.#denied > denied
    await this.until(isOver, ms)
    if (this.closedWith !== undefined) return 'closed'
    if (this.#denied > denied) return 'denied'
    return this.#saved >= mine ? 'saved' : 'silent'
  }

  /** Resolves when it holds, or after `ms`. */
  until(holds: () => boolean, ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (result: boolean) => {
        clearTimeout(timer)
        this.#listeners.delete(look)
        resolve(result)
      }
      const look = () => holds() && end(true)
      const timer = setTimeout(end, ms, false)
      this.#listeners.add(look)
      look()
    })
  }

  /** Whether these bytes came in anything. */
  hasHeard(text: string): boolean {
    return this.heard.some((data) => data.includes(text))
  }

  close(): void {
    this.socket.terminate()
  }

  #tell(): void {
    for (const look of [...this.#listeners]) look()
  }
}
