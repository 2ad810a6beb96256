/** The Socket.IO end: checks everything that comes in, and hands it to the session. */
import type { Server as HttpServer, IncomingMessage, ServerResponse } from 'node:http'
import {
  type ActivityId,
  As,
  type ClientToServer,
  type Company,
  cleanTexts,
  drives,
  Envelope,
  type Goodbye,
  Id,
  limits,
  type PersonId,
  PROTOCOL_VERSION,
  type Receipt,
  refuse,
  type ServerToClient,
  SOCKET_PATH,
} from '@escale/shared'
import { Server, type Socket } from 'socket.io'
import type { Seat } from '../auth/authorize.ts'
import type { Doorkeeper } from '../auth/doorkeeper.ts'
import type { RateLimits } from '../auth/rate-limits.ts'
import type { Log } from '../observability/log.ts'
import type { DeletedSessions } from '../retention/deleted-sessions.ts'
import { boundedParser, OVERSIZED } from './bounded-parser.ts'
import type { ServerClock } from './clock.ts'
import { connectInside, DocumentLines } from './document-lines.ts'
import { FloodGate } from './flood-gate.ts'
import type { Guest, Rooms } from './guest.ts'
import { backlogOf, closeWithin, cutLine, cutWithoutAWord, isPolling, type Line } from './lines.ts'
import type { LiveSession } from './live-session.ts'
import type { LiveSessions } from './live-sessions.ts'
import { LOOKED_UP_AT_ONCE, SOCKETS_MAX } from './socket-limits.ts'
import { UnknownLines } from './unknown-lines.ts'

type GatewaySocket = Socket<ClientToServer, ServerToClient>

/** From goodbye to the end of a line whose other end does not close it. */
const CLOSE_WITHIN_MS = 2_000
/** A server that closes waits so long for the next question of those who come by long polling. */
const TOLD_WITHIN_MS = 1_000
/** After `rate-limited`. */
const COOL_DOWN_MS = 10_000
/** A client whose unread frames pile up beyond this is cut; it comes back by a whole frame. */
const BACKLOG_MAX_BYTES = 1024 * 1024
const BACKLOG_CHECK_MS = 1_000
/** After a restart everybody comes back spread over this. */
const RETURN_MIN_MS = 500
const RETURN_SPREAD_MS = 4_500

/** Every event that a client may send. */
export const CLIENT_EVENTS = [
  'command',
  'signal',
  'clock',
  'sync',
  'line-open',
  'line-bytes',
  'line-end',
] as const satisfies readonly (keyof ClientToServer)[]

/** Those of documents. They have a count of their own: a page that is being caught up is no flood. */
const LINE_EVENTS: ReadonlySet<unknown> = new Set(CLIENT_EVENTS.filter((event) => event.startsWith('line-')))

/** In the process: open, and being looked up. */
export interface SocketLimits {
  readonly sockets: number
  readonly lookedUp: number
}

export interface GatewayDeps {
  readonly doorkeeper: Doorkeeper
  readonly limits: RateLimits
  readonly deleted: DeletedSessions
  readonly clock: ServerClock
  readonly log: Log
  readonly most?: SocketLimits
  /** Which build of the client this server has; null: none, in development. */
  readonly build: string | null
}

/** Does what people ask to have written in documents. Rejects when it could not be stored. */
export type WriteDocument = (
  live: LiveSession,
  person: PersonId,
  activity: ActivityId,
  edit: unknown,
) => Promise<Receipt>

type Admission = { readonly seat: Seat; readonly live: LiveSession } | Goodbye

/** Reasons not to let somebody in that pass. */
const COMES_BACK: ReadonlySet<Goodbye> = new Set(['restarting', 'busy', 'rate-limited'])

const isUpgrade = (request: IncomingMessage): boolean => request.headers.upgrade !== undefined

const roomName = (session: string, audience: string): string => `${session}/${audience}`
/** Everybody's; no audience has an empty name. */
const sessionRoom = (session: string): string => roomName(session, '')

export class Gateway implements Rooms {
  readonly #io: Server<ClientToServer, ServerToClient>
  readonly #deps: GatewayDeps
  readonly #most: SocketLimits
  readonly #socketOf = new WeakMap<Guest, GatewaySocket>()
  readonly #unknown = new UnknownLines<Line>(cutLine)
  /** Of who asks over and over: the cookie shown last, as a new WebSocket would show it. */
  readonly #cookies = new WeakMap<Line, string | undefined>()
  readonly #http: HttpServer
  readonly #backlogCheck: NodeJS.Timeout
  #lookedUp = 0
  #isClosing = false
  #sessions: LiveSessions | undefined
  #write: WriteDocument | undefined

  constructor(http: HttpServer, deps: GatewayDeps) {
    this.#deps = deps
    this.#http = http
    this.#most = deps.most ?? { sockets: SOCKETS_MAX, lookedUp: LOOKED_UP_AT_ONCE }
    this.#io = new Server(http, {
      path: SOCKET_PATH,
      transports: ['websocket', 'polling'],
      // Whoever comes by polling has a network without WebSocket; who has one again comes with the next connection.
      allowUpgrades: false,
      httpCompression: false,
      destroyUpgrade: false,
      serveClient: false,
      parser: boundedParser,
      maxHttpBufferSize: limits.SOCKET_MESSAGE_MAX_BYTES,
      perMessageDeflate: false,
      allowRequest: (request, answer) =>
        answer(
          null,
          isUpgrade(request)
            ? deps.doorkeeper.isOriginAllowed(request)
            : deps.doorkeeper.isPollAllowed(request),
        ),
    })
    this.#io.engine.use(
      (request: IncomingMessage, _response: ServerResponse, next: (error?: Error) => void) => {
        const line = this.#lineOf(request)
        if (line !== undefined && !deps.doorkeeper.isPollAllowed(request)) {
          next(new Error('not from a page of ours'))
          return
        }
        if (line !== undefined) this.#cookies.set(line, request.headers.cookie)
        next()
      },
    )
    this.#io.engine.on('headers', (headers: Record<string, string>) => {
      headers['x-content-type-options'] = 'nosniff'
      headers['cross-origin-resource-policy'] = 'same-origin'
    })
    this.#io.engine.on('connection', (line: Line) => {
      closeWithin(line, CLOSE_WITHIN_MS)
      this.#cookies.set(line, line.request.headers.cookie)
      this.#unknown.add(line, performance.now())
      line.once('close', () => this.#unknown.forget(line))
    })
    this.#backlogCheck = setInterval(() => {
      this.#cutSlowReaders()
      this.#unknown.sweep(performance.now())
    }, BACKLOG_CHECK_MS)
    this.#backlogCheck.unref()
  }

  /** Starts to let people in. */
  serve(sessions: LiveSessions, write: WriteDocument): void {
    this.#sessions = sessions
    this.#write = write
    this.#io.use((socket, next) => {
      this.#unknown.forget(socket.conn)
      this.#admit(socket)
        .catch((error: unknown): Admission => {
          this.#deps.log.error({ err: error }, 'a socket could not be admitted')
          return 'restarting'
        })
        .then((admission) => {
          socket.data = { admission }
          next()
        }, next)
    })
    this.#io.on('connection', (socket) => this.#connected(socket))
  }

  send(
    session: string,
    audience: string,
    frame: Parameters<ServerToClient['frame']>[0],
    except: readonly Guest[],
  ) {
    const ids = except.flatMap((guest) => this.#socketOf.get(guest)?.id ?? [])
    this.#io.to(roomName(session, audience)).except(ids).emit('frame', frame)
  }

  tell(session: string, news: Company, to?: readonly Guest[]) {
    const ids = to?.flatMap((guest) => this.#socketOf.get(guest)?.id ?? [])
    // Told to nobody, Socket.IO tells it to all.
    if (ids?.length === 0) return
    this.#io.to(ids ?? sessionRoom(session)).emit('company', news)
  }

  /** Says to everybody that we will be back, and when to try. */
  async close(): Promise<void> {
    clearInterval(this.#backlogCheck)
    this.#isClosing = true
    const polling = [...this.#io.sockets.sockets.values()].filter(({ conn }) => isPolling(conn))
    // Those hear it with their next question only, which is on its way.
    const told = Promise.all(polling.map(({ conn }) => new Promise((resolve) => conn.once('close', resolve))))
    for (const socket of this.#io.sockets.sockets.values())
      dismiss(socket, 'restarting', RETURN_MIN_MS + Math.random() * RETURN_SPREAD_MS)
    if (polling.length > 0)
      await Promise.race([told, new Promise((resolve) => setTimeout(resolve, TOLD_WITHIN_MS).unref())])
    await this.#io.close()
  }

  /** Ends every connection without a word, as a power failure would. Only for tests. */
  crash(): void {
    clearInterval(this.#backlogCheck)
    for (const socket of this.#io.sockets.sockets.values()) cutWithoutAWord(socket.conn)
  }

  /** The line that a question of long polling belongs to. */
  #lineOf(request: IncomingMessage): Line | undefined {
    const sid = new URL(request.url ?? '/', 'http://inside').searchParams.get('sid')
    const { clients } = this.#io.engine as unknown as { clients: Record<string, Line> }
    return sid !== null && Object.hasOwn(clients, sid) ? clients[sid] : undefined
  }

  /** Looked up one beside the other, but not without end. */
  async #admit(socket: GatewaySocket): Promise<Admission> {
    if (this.#isClosing) return 'restarting'
    if (this.#lookedUp >= this.#most.lookedUp) return 'busy'
    this.#lookedUp++
    try {
      return await this.#lookUp(socket)
    } finally {
      this.#lookedUp--
    }
  }

  async #lookUp(socket: GatewaySocket): Promise<Admission> {
    const { query, headers } = socket.handshake
    const session = Id.safeParse(query['session'])
    const as = As.safeParse(query['as'])
    if (query['version'] !== undefined && query['version'] !== String(PROTOCOL_VERSION)) return 'version'
    if (!session.success) return 'unknown-session'
    if (!as.success) return 'not-allowed'
    const live = await this.#sessions?.open(session.data)
    if (live === undefined)
      return (await this.#deps.deleted.has(session.data)) ? 'deleted' : 'unknown-session'
    const caller = await this.#deps.doorkeeper.caller(headers.cookie, session.data, as.data)
    if (caller.is === 'removed') return 'removed'
    if (caller.is !== 'member' && caller.is !== 'outside') return 'not-allowed'
    const { seat } = caller
    if (this.#io.sockets.sockets.size >= this.#most.sockets && !drives(seat.role)) return 'busy'
    const mayConnect = this.#deps.limits.take(
      'connectionsPerPerson',
      `${seat.session}/${seat.id ?? seat.key}`,
    )
    return mayConnect ? { seat, live } : 'rate-limited'
  }

  #connected(socket: GatewaySocket): void {
    socket.on('error', (error) => this.#deps.log.warn({ type: error.name }, 'a socket failed'))
    // Who only leaves the namespace would keep the line for as long as it answers pings.
    socket.on('disconnect', () => socket.conn.close())
    const { admission } = socket.data as { admission: Admission }
    if (typeof admission === 'string') {
      dismiss(
        socket,
        admission,
        COMES_BACK.has(admission) ? COOL_DOWN_MS + Math.random() * RETURN_SPREAD_MS : null,
      )
      return
    }
    const { seat, live } = admission
    if (this.#deps.build !== null) socket.emit('build', this.#deps.build)
    const guest = this.#guest(socket, seat)
    this.#socketOf.set(guest, socket)
    socket.on('disconnect', () => live.leave(guest))
    this.#listen(socket, seat, live, guest)
    live.arrive(guest)
  }

  #guest(socket: GatewaySocket, seat: Seat): Guest {
    let room: string | undefined
    return {
      seat,
      takesChanges: socket.handshake.query['changes'] === '1',
      send: (frame) => socket.emit('frame', frame),
      enter: (audience) => {
        if (room !== undefined) void socket.leave(room)
        room = audience === undefined ? undefined : roomName(seat.session, audience)
        if (room !== undefined) void socket.join(room)
      },
      wait: (why) => socket.emit('waiting', why),
      welcome: () => void socket.join(sessionRoom(seat.session)),
      dismiss: (reason, retryInMs) => dismiss(socket, reason, retryInMs),
    }
  }

  #listen(socket: GatewaySocket, seat: Seat, live: LiveSession, guest: Guest): void {
    const gate = new FloodGate(this.#deps.clock)
    const lineGate = new FloodGate(this.#deps.clock)
    socket.onAny((event: unknown, ...args: unknown[]) => {
      const isOversized = event === OVERSIZED
      const counted = LINE_EVENTS.has(event) ? lineGate : gate
      const isWithinLimits = isOversized ? gate.passOversized() : counted.pass()
      if (!isWithinLimits) {
        live.leave(guest)
        dismiss(socket, 'rate-limited', COOL_DOWN_MS)
        return
      }
      const isKnown = CLIENT_EVENTS.some((known) => known === event)
      const answer = args.at(-1)
      if (!isKnown && typeof answer === 'function') answer(refuse(isOversized ? 'too-large' : 'invalid'))
    })
    socket.on('command', (...args: readonly unknown[]) => {
      const [raw, answer] = args
      if (typeof answer !== 'function') return
      this.#command(seat, live, raw).then(
        (receipt) => answer(receipt),
        (error: unknown) => {
          this.#deps.log.error({ err: error }, 'a command failed')
          answer(refuse('storage'))
        },
      )
    })
    socket.on('signal', (...args: readonly unknown[]) => {
      const [raw, answer] = args
      const done = live.signal(guest, raw)
      if (typeof answer === 'function') answer(done)
    })
    socket.on('clock', (...args: readonly unknown[]) => {
      const [answer] = args
      if (typeof answer === 'function') answer(this.#deps.clock.now())
    })
    socket.on('sync', () => {
      if (gate.passWhole()) live.resend(guest)
    })
    this.#carryDocuments(socket)
  }

  /** Where there is no WebSocket, documents come with the session. */
  #carryDocuments(socket: GatewaySocket): void {
    const { conn } = socket
    if (!isPolling(conn)) return
    const lines = new DocumentLines(
      {
        opened: (line) => socket.emit('line-open', line),
        bytes: (line, part, isLast) => socket.emit('line-bytes', line, part, isLast),
        ended: (line, code, reason) => socket.emit('line-end', line, code, reason),
        get waiting() {
          return backlogOf(conn)
        },
      },
      (path) => {
        const { host = '' } = socket.handshake.headers
        const cookie = this.#cookies.get(conn) ?? ''
        const origin = this.#deps.doorkeeper.originOf(socket.handshake as Pick<IncomingMessage, 'headers'>)
        return connectInside(this.#http, path, { host, cookie, origin })
      },
    )
    const goOn = () => lines.goOn()
    conn.on('drain', goOn)
    socket.on('line-open', (line, path) => lines.open(line, path))
    socket.on('line-bytes', (...part) => lines.bytes(...part))
    socket.on('line-end', (line) => lines.end(line))
    socket.on('disconnect', () => {
      conn.off('drain', goOn)
      lines.close()
    })
  }

  async #command(seat: Seat, live: LiveSession, raw: unknown): Promise<Receipt> {
    // A screen is nobody and commands nothing, whatever it says.
    if (seat.id === null) return refuse('not-allowed')
    const envelope = Envelope.safeParse(cleanTexts(raw))
    if (!envelope.success) return refuse('invalid')
    const { id, command, late = false } = envelope.data
    const isWithinLimits =
      this.#deps.limits.take('commandsPerPerson', `${seat.session}/${seat.id}`) &&
      this.#deps.limits.take('commandsPerSession', seat.session)
    if (!isWithinLimits) return refuse('rate-limited')
    const receipt =
      command.type === 'write'
        ? await (this.#write?.(live, seat.id, command.activity, command.edit) ?? refuse('storage'))
        : await live.host.submit({ actor: seat.id, commandId: `${seat.id}:${id}`, command, late })
    if (receipt.ok) live.did(seat.id)
    return receipt
  }

  #cutSlowReaders(): void {
    for (const socket of this.#io.sockets.sockets.values()) {
      if (backlogOf(socket.conn) > BACKLOG_MAX_BYTES) dismiss(socket, 'too-slow', COOL_DOWN_MS)
    }
  }
}

function dismiss(socket: GatewaySocket, reason: Goodbye, retryInMs: number | null): void {
  socket.emit('bye', reason, retryInMs === null ? null : Math.round(retryInMs))
  const { conn } = socket
  socket.disconnect(true)
  // A peer that does not answer the close is not waited for.
  setTimeout(() => cutLine(conn), CLOSE_WITHIN_MS).unref()
}
