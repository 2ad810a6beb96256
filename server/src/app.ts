/** The composition root: the only place that puts the parts of the server together. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Kinds, limits, SOCKET_PATH } from '@escale/shared'
import { EffectsFollower } from './activities/follow-effects.ts'
import { effects } from './activities/registry.ts'
import { Doorkeeper } from './auth/doorkeeper.ts'
import { RATES, RateLimits, type Rates } from './auth/rate-limits.ts'
import { sessionTag } from './auth/secrets.ts'
import { Tolls } from './auth/tolls.ts'
import type { Config } from './config.ts'
import { Lane } from './heavy/lane.ts'
import { underBase } from './http/base-path.ts'
import { buildIn } from './http/client-files.ts'
import { createGuardedServer, refuseUpgrade } from './http/connections.ts'
import { type Demonstration, Demonstrations } from './http/demonstrations.ts'
import type { HttpDeps } from './http/deps.ts'
import { inTurns } from './http/in-turns.ts'
import { createHttp } from './http/server.ts'
import { Disk } from './observability/disk.ts'
import { foreignPages } from './observability/foreign-pages.ts'
import type { Log } from './observability/log.ts'
import { PictureShelf } from './pictures/picture-shelf.ts'
import { createServerClock, type ServerClock } from './realtime/clock.ts'
import { DocumentAccess } from './realtime/document-access.ts'
import { DocumentEdits } from './realtime/document-edits.ts'
import { Gateway, type SocketLimits } from './realtime/gateway.ts'
import { LiveSessions } from './realtime/live-sessions.ts'
import type { HostDeps, SessionHost } from './realtime/session-host.ts'
import { DeletedSessions } from './retention/deleted-sessions.ts'
import { Eraser } from './retention/eraser.ts'
import { Sweeper } from './retention/sweeper.ts'
import type { Store } from './store/store.ts'
import { SyncServer } from './sync/index.ts'
import { linkVisio } from './visio/link/link.ts'

export interface AppOptions {
  readonly config: Config
  readonly store: Store
  readonly kinds: Kinds
  readonly log: Log
  readonly clock?: ServerClock
  /** With less free space nothing large is taken; left out: DISK_LOW_BYTES. */
  readonly diskLowBytes?: number
  /** The latest instant that the store holds, ms since the epoch: time does not begin before it (rule C11). */
  readonly notBefore?: number
  readonly rates?: Rates
  readonly sockets?: SocketLimits
  /** Opens the demonstration on the server at `baseUrl`, as pages of `origin` do; left out: there is none. */
  readonly startDemo?: (baseUrl: string, origin: string) => Promise<Demonstration>
}

export interface App {
  readonly http: Server
  readonly sessions: LiveSessions
  readonly express: ReturnType<typeof createHttp>
  /** Answers the port it listens on. */
  listen(port: number, host: string): Promise<number>
  /** Writes what has arrived, says goodbye to everybody, and closes. The store stays open. */
  close(): Promise<void>
  /** Lets go now of what is over. Else that is done regularly. */
  sweep(): Promise<void>
  /** Ends every connection without a word. Only for tests. */
  crash(): void
}

export function createApp(options: AppOptions): App {
  const { config, store, kinds, log, notBefore = 0 } = options
  const rooms: { gateway?: Gateway; sync?: SyncServer; sessions?: LiveSessions } = {}
  const clock = options.clock ?? createServerClock({ notBefore, isQuiet: () => rooms.sessions?.size === 0 })
  const http = createGuardedServer()
  const rates = new RateLimits(options.rates ?? RATES)
  const exportLane = new Lane()
  const disk = new Disk(config.dataFolder, options.diskLowBytes)
  const pictureLane = new Lane()
  const pictures = new PictureShelf(store, clock, pictureLane)
  const followers = new WeakMap<SessionHost, EffectsFollower>()
  const hostDeps: HostDeps = { store, kinds, visio: linkVisio, clock, log }
  const sessions = new LiveSessions(
    hostDeps,
    { send: (...args) => rooms.gateway?.send(...args), tell: (...args) => rooms.gateway?.tell(...args) },
    (host) => {
      void pictures.sweep(host.id).catch((error: unknown) => log.error({ err: error }, 'pictures not swept'))
      if (rooms.sync === undefined) return async () => undefined
      const follower = new EffectsFollower(host, { documents: rooms.sync.documents, effects, clock, log })
      followers.set(host, follower)
      return () => follower.stop()
    },
  )
  rooms.sessions = sessions
  const doorkeeper = new Doorkeeper(store, sessions, config, () => clock.now(), foreignPages(log))
  const deleted = new DeletedSessions(hostDeps, doorkeeper)
  const gateway = new Gateway(http, {
    build: buildIn(config.clientFolder),
    doorkeeper,
    limits: rates,
    deleted,
    clock,
    log,
    ...(options.sockets ? { most: options.sockets } : {}),
  })
  rooms.gateway = gateway
  const sync = attachSync(http, { store, sessions, kinds, clock, doorkeeper, log })
  rooms.sync = sync
  const edits = new DocumentEdits({
    documents: sync.documents,
    store,
    kinds,
    clock,
    onWritten: (live, activity) => followers.get(live.host)?.edited(activity),
  })
  gateway.serve(sessions, (...asked) => edits.write(...asked))

  const eraser = new Eraser({
    store,
    sessions,
    documents: sync.documents,
    kinds,
    log,
    onErased: (live, activity) => followers.get(live.host)?.edited(activity),
  })
  const sweeper = new Sweeper({
    eraser,
    store,
    sessions,
    documents: sync.documents,
    clock,
    log,
    keeping: { days: config.retentionDays, deletedMs: limits.DELETED_KEPT_MS },
  })

  const { startDemo } = options
  const demos =
    startDemo &&
    config.demo &&
    new Demonstrations({
      clock,
      start: () => {
        const here = ownUrl(http)
        return startDemo(here, config.publicUrl === null ? here : new URL(config.publicUrl).origin)
      },
      isAttended: async (session) => (await sessions.open(session))?.isDriven ?? false,
    })
  const deps: HttpDeps = {
    config,
    store,
    sessions,
    documents: sync.documents,
    doorkeeper,
    deleted,
    eraser,
    limits: rates,
    tolls: new Tolls(rates),
    clock,
    kinds,
    pictures,
    exportLane,
    disk,
    log,
    ...(demos ? { demos } : {}),
  }
  const express = createHttp(deps)
  // Long polling has its answer from Socket.IO's own listener.
  const inTurn = inTurns(express)
  http.on('request', (request, response) => {
    if (!isSocketPath(request.url)) inTurn(request, response)
  })
  underBase(http, config.basePath)

  return {
    http,
    sessions,
    express,
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        http.once('error', reject)
        http.listen(port, host, () => {
          http.off('error', reject)
          sweeper.start()
          resolve(portOf(http))
        })
      }),
    sweep: () => sweeper.sweep(),
    close: async () => {
      if (demos) demos.close()
      http.closeIdleConnections()
      await sweeper.stop()
      await Promise.all([gateway.close(), sync.close()])
      exportLane.close()
      pictureLane.close()
      http.closeAllConnections()
      await sessions.close()
    },
    crash: () => {
      gateway.crash()
      exportLane.close()
      pictureLane.close()
      http.close()
      http.closeAllConnections()
    },
  }
}

const isSocketPath = (url: string | undefined): boolean => url?.startsWith(`${SOCKET_PATH}/`) ?? false

const portOf = (http: Server): number => (http.address() as AddressInfo).port

/** How this process reaches itself: where it listens, which need not be every address of the machine. */
function ownUrl(http: Server): string {
  const { address, family, port } = http.address() as AddressInfo
  const host = address === '::' || address === '0.0.0.0' ? '127.0.0.1' : address
  return `http://${family === 'IPv6' && host !== '127.0.0.1' ? `[${host}]` : host}:${port}`
}

interface SyncDeps {
  readonly store: Store
  readonly sessions: LiveSessions
  readonly kinds: Kinds
  readonly clock: ServerClock
  readonly doorkeeper: Doorkeeper
  readonly log: Log
}

/** Puts the document server on the same port; an upgrade that is nobody's is refused. */
function attachSync(http: Server, { store, sessions, kinds, clock, doorkeeper, log }: SyncDeps): SyncServer {
  const sync = new SyncServer({
    store,
    rights: new DocumentAccess(sessions, kinds, clock),
    doorkeeper,
    log: (event, { session, ...detail }) =>
      log.info(
        { ...detail, ...(session === undefined ? {} : { session: sessionTag(String(session)) }) },
        event,
      ),
  })
  http.on('upgrade', (request, socket, head) => {
    if (sync.upgrade(request, socket, head)) return
    // Socket.IO's own listener takes its path.
    if (!isSocketPath(request.url)) refuseUpgrade(socket, '404 Not Found')
  })
  return sync
}
