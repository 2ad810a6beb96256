/** A network between a client and the server: late, cut, or silent, as a test wants it. */
import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'
import type { Random } from '@escale/shared'
import { pause } from './wait.ts'

export interface Weather {
  /** Longest that a piece is late; each connection keeps its order, so that it is the connections that overtake each other. */
  readonly lateMs: number
  readonly random: Random
}

interface Pair {
  readonly near: Socket
  readonly far: Socket
}

export class Network {
  readonly #server: Server
  readonly #pairs = new Set<Pair>()
  readonly #weather: Weather | undefined
  #silent = false

  private constructor(server: Server, target: number, weather: Weather | undefined) {
    this.#server = server
    this.#weather = weather
    server.on('connection', (near) => this.#accept(near, connect(target, '127.0.0.1')))
  }

  static async to(target: number, weather?: Weather): Promise<Network> {
    const server = createServer({ allowHalfOpen: true }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new Network(server, target, weather)
  }

  get url(): string {
    const address = this.#server.address()
    if (address === null || typeof address === 'string') throw new Error('the proxy is closed')
    return `http://127.0.0.1:${address.port}`
  }

  /** From now on nothing passes and nobody is told, as when a cable is pulled out. */
  fallSilent(): void {
    this.#silent = true
    for (const { near, far } of this.#pairs) {
      near.pause()
      far.pause()
    }
  }

  /** Breaks every connection. */
  cut(): void {
    for (const { near, far } of this.#pairs) {
      near.destroy()
      far.destroy()
    }
    this.#pairs.clear()
  }

  close(): void {
    this.cut()
    this.#server.close()
  }

  #accept(near: Socket, far: Socket): void {
    const pair = { near, far }
    this.#pairs.add(pair)
    near.setNoDelay(true)
    far.setNoDelay(true)
    this.#carry(near, far)
    this.#carry(far, near)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => undefined)
      one.on('close', () => {
        if (this.#silent) return
        other.destroy()
        this.#pairs.delete(pair)
      })
    }
  }

  #carry(from: Socket, to: Socket): void {
    const weather = this.#weather
    // Each piece only after the one before: two timers for one millisecond may ring in any order.
    let before = Promise.resolve()
    from.on('data', (piece: Buffer) => {
      if (this.#silent) return
      if (weather === undefined) {
        if (to.writable) to.write(piece)
        return
      }
      const due = pause(weather.random.below(weather.lateMs))
      before = before.then(() => due).then(() => void (to.writable && to.write(piece)))
    })
    from.on('end', () => {
      if (!this.#silent) to.end()
    })
  }
}
