/**
 * The door for documents: takes over the HTTP server's upgrades under `/sync`. Nothing that a client sends is read before
 * it is known who it is and what it may do.
 */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type As, drives, SYNC_CLOSE, type Viewer } from '@escale/shared'
import { type WebSocket, WebSocketServer } from 'ws'
import { refuseUpgrade } from '../http/connections.ts'
import type { DocumentKey } from '../store/store.ts'
import { Connection } from './connection.ts'
import type { SharedDocument } from './document.ts'
import { Documents } from './documents.ts'
import { BusyError, type MemoryLimits } from './memory.ts'
import { UnreadableError } from './opening.ts'
import type { DocumentRights, DocumentStore, Doorkeeper, SessionRights, SyncLog } from './ports.ts'
import { type Bucket, createBucket } from './rate.ts'
import {
  CATCH_UP_MAX_BYTES,
  CONNECTIONS,
  type ConnectionLimits,
  UPGRADES_AT_ONCE,
  WORK_BURST_MS,
  WORK_MS_PER_SECOND,
} from './sync-limits.ts'
import { parseSyncPath } from './sync-path.ts'
import { Turnstile } from './turnstile.ts'

export interface SyncServerOptions {
  readonly store: DocumentStore
  readonly rights: DocumentRights
  readonly doorkeeper: Doorkeeper
  readonly log?: SyncLog
  /** Monotonic ms. */
  readonly now?: () => number
  /** What open documents may take of it. */
  /** How many connections there may be. */
  readonly most?: ConnectionLimits
  readonly memory?: MemoryLimits
}

/** One person at a session, over all connections. */
interface Place {
  open: number
  readonly work: Bucket
}

interface Guest {
  readonly viewer: Viewer
  readonly rights: SessionRights
}

/** Every connection of one session, and how to stop hearing of its rights. */
interface Hall {
  readonly connections: Set<Connection>
  /** Of all who have been here: what they have cost is not forgotten by coming again. */
  readonly places: Map<string, Place>
  readonly stop: () => void
}

const BEAT_MS = 1_000

export class SyncServer {
  readonly documents: Documents
  readonly #options: SyncServerOptions
  readonly #log: SyncLog
  readonly #now: () => number
  readonly #sockets = new WebSocketServer({
    noServer: true,
    maxPayload: CATCH_UP_MAX_BYTES,
    perMessageDeflate: false,
    clientTracking: false,
  })
  readonly #turnstile: Turnstile
  readonly #halls = new Map<string, Hall>()
  readonly #beat: NodeJS.Timeout
  #upgrading = 0
  #open = 0
  readonly #most: ConnectionLimits
  #closing = false

  constructor(options: SyncServerOptions) {
    this.#options = options
    this.#most = options.most ?? CONNECTIONS
    this.#log = options.log ?? (() => undefined)
    this.#now = options.now ?? (() => performance.now())
    this.#turnstile = new Turnstile(this.#now)
    this.documents = new Documents(options.store, this.#log, this.#now, options.memory)
    this.#beat = setInterval(() => {
      for (const hall of this.#halls.values()) for (const connection of hall.connections) connection.beat()
    }, BEAT_MS)
    this.#beat.unref()
  }

  /** Connections that are open now. */
  get connections(): number {
    return this.#open
  }

  /** Takes the upgrade when its path is ours. False: somebody else's. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    const url = request.url ?? ''
    if (!/^\/sync(\/|$|\?)/.test(url)) return false
    // A peer that vanishes while we look it up, or while a refusal is being written, is no error of ours.
    socket.on('error', () => socket.destroy())
    this.#upgrading++
    this.#admit(request, socket, head, url)
      .catch(() => refuseUpgrade(socket, '500 Internal Server Error'))
      .finally(() => {
        this.#upgrading--
      })
    return true
  }

  async #admit(request: IncomingMessage, socket: Duplex, head: Buffer, url: string): Promise<void> {
    if (this.#closing || this.#upgrading > UPGRADES_AT_ONCE) {
      refuseUpgrade(socket, '503 Service Unavailable')
      return
    }
    if (!this.#options.doorkeeper.isOriginAllowed(request)) {
      refuseUpgrade(socket, '403 Forbidden')
      return
    }
    const path = parseSyncPath(url)
    if (path === undefined) {
      refuseUpgrade(socket, '404 Not Found')
      return
    }
    const { as, key } = path
    const guest = await this.#recognise(request, as, key)
    // Closed after the handshake, not refused before it: only so does a browser's page learn the reason.
    if (typeof guest === 'string') {
      this.#handshake(request, socket, head, (ws) => ws.close(SYNC_CLOSE[guest], guest))
      return
    }
    try {
      await this.documents.use(key, (document) => {
        if (!socket.destroyed)
          this.#handshake(request, socket, head, (ws) => this.#connect(ws, socket, key, guest, document))
      })
    } catch (error) {
      const reason =
        error instanceof UnreadableError ? 'unreadable' : error instanceof BusyError ? 'busy' : undefined
      if (reason === undefined) throw error
      this.#handshake(request, socket, head, (ws) => ws.close(SYNC_CLOSE[reason], reason))
    }
  }

  async #recognise(
    request: IncomingMessage,
    as: As,
    key: DocumentKey,
  ): Promise<Guest | keyof typeof SYNC_CLOSE> {
    const viewer = await this.#options.doorkeeper.viewer(request, as, key.session)
    if (viewer === undefined) return 'notAllowed'
    const rights = await this.#options.rights.open(key.session)
    if (rights === undefined) return 'unknown'
    return rights.access(key.activity, key.name, viewer) === 'none' ? 'notAllowed' : { viewer, rights }
  }

  #handshake(request: IncomingMessage, socket: Duplex, head: Buffer, then: (ws: WebSocket) => void): void {
    this.#sockets.handleUpgrade(request, socket, head, (ws) => {
      ws.on('error', () => undefined)
      then(ws)
    })
  }

  #connect(
    ws: WebSocket,
    line: Duplex,
    key: DocumentKey,
    { viewer, rights }: Guest,
    document: SharedDocument,
  ): void {
    const hall = this.#hall(key.session, rights)
    const who = viewer.id ?? viewer.role
    const place = this.#place(hall, who)
    const refusal = this.#closing
      ? 'restarting'
      : this.#isTooMany(hall, viewer, place.open)
        ? 'tooFast'
        : // Asked again: the document took a moment to load.
          rights.access(key.activity, key.name, viewer) === 'none'
          ? 'notAllowed'
          : undefined
    if (refusal !== undefined) {
      ws.close(SYNC_CLOSE[refusal], refusal)
      this.#leaveIfEmpty(key.session, hall)
      return
    }
    place.open++
    this.#open++
    const detail = { session: key.session, activity: key.activity }
    const connection = new Connection(ws, line, {
      document,
      viewer,
      turnstile: this.#turnstile,
      access: () => rights.access(key.activity, key.name, viewer),
      signature: () => rights.signature(key.activity, key.name, viewer),
      shape: rights.shape(key.activity, key.name),
      isFull: () => this.documents.isFull(key.session),
      work: place.work,
      now: this.#now,
      onFault: (reason) => this.#log('connection-cut', { ...detail, reason }),
      onClosed: () => {
        hall.connections.delete(connection)
        this.#open--
        place.open--
        this.documents.release(document)
        this.#leaveIfEmpty(key.session, hall)
      },
    })
    if (ws.readyState === ws.OPEN) hall.connections.add(connection)
  }

  /** Would one more be too many, of somebody who has `open`? */
  #isTooMany({ connections }: Hall, { id, role }: Viewer, open: number): boolean {
    const { perPerson, ofScreens, perSession, max } = this.#most
    if (open >= (id === null ? ofScreens : perPerson)) return true
    if (drives(role)) return false
    return this.#open >= max || (connections.size >= perSession && open > 0)
  }

  #place(hall: Hall, who: string): Place {
    const held = hall.places.get(who)
    if (held !== undefined) return held
    const place = { open: 0, work: createBucket(WORK_MS_PER_SECOND, WORK_BURST_MS, this.#now) }
    hall.places.set(who, place)
    return place
  }

  #hall(session: string, rights: SessionRights): Hall {
    const held = this.#halls.get(session)
    if (held !== undefined) return held
    const connections = new Set<Connection>()
    const stop = rights.onChange(() => {
      for (const connection of connections) connection.recheck()
    })
    const hall: Hall = { connections, places: new Map(), stop }
    this.#halls.set(session, hall)
    return hall
  }

  #leaveIfEmpty(session: string, hall: Hall): void {
    if (hall.connections.size > 0 || this.#halls.get(session) !== hall) return
    this.#halls.delete(session)
    hall.stop()
  }

  /** Takes nobody new, commits what has arrived, then closes every connection so that clients come back by themselves. */
  async close(): Promise<void> {
    this.#closing = true
    clearInterval(this.#beat)
    await this.documents.hurry()
    await this.documents.settled()
    for (const hall of [...this.#halls.values()])
      for (const connection of [...hall.connections]) connection.close('restarting')
    await this.documents.stop()
  }
}
