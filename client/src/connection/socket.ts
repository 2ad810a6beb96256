/** The Socket.IO connection of a tab: opens, comes back by itself, says what happened. Knows nothing of what is in a frame. */
import {
  type As,
  type ClientToServer,
  type Company,
  type Envelope,
  type Frame,
  GOODBYES,
  type Goodbye,
  type Outside,
  PROTOCOL_VERSION,
  type Receipt,
  type ServerToClient,
  type Signal,
  SOCKET_PATH,
} from '@escale/shared'
import { Manager, type Socket } from 'socket.io-client'
import { at } from '../app/addresses.ts'
import { retryDelay } from './backoff.ts'
import type { Trouble } from './diagnose.ts'
import { carryDocuments } from './document-lines.ts'
import type { Way, Ways } from './ways.ts'

/** No receipt for this long on a connection that seems alive: it is not. */
const RECEIPT_MS = 12_000
/** A WebSocket that is not there by then is taken for refused: a proxy that knows none may also say nothing. */
const WEBSOCKET_WITHIN_MS = 5_000
const POLLING_WITHIN_MS = 8_000
const CLOCK_ANSWER_MS = 5_000
/** By long polling an answer waits for its turn. */
const CLOCK_ANSWER_POLLING_MS = 15_000
/** Without a connection for this long one is told so plainly. */
const LOST_AFTER_MS = 15_000
/** How often it is made sure that somebody is still at the other end: a cut line says nothing by itself. */
const HEARTBEAT_MS = 8_000
/** On `online`, or when the page is seen again, people are waiting. */
const SOON_MS = 300

export interface SocketEvents {
  readonly onConnect: (way: Way) => void
  /** The connection ended or could not be made; it is tried again unless `onBye` said it is over. */
  readonly onDown: () => void
  readonly onLost: () => void
  /** Why it could not be made, as far as ordinary requests tell. */
  readonly onTrouble: (trouble: Trouble) => void
  readonly onBye: (reason: Goodbye, over: boolean) => void
  /** Connected, but not in so far. */
  readonly onWaiting: (why: Outside) => void
  readonly onFrame: (frame: Frame) => void
  /** The build of the client that the server has now. */
  readonly onBuild: (build: string) => void
  readonly onCompany: (news: Company) => void
}

export interface SessionSocket {
  readonly open: () => void
  readonly close: () => void
  readonly command: (envelope: Envelope) => Promise<Receipt | null>
  /** The server's time, ms; rejects without an answer. */
  readonly askClock: () => Promise<number>
  readonly askWhole: () => void
  /** Said in passing: lost without a connection. */
  readonly signal: (signal: Signal) => void
}

/** Of the tab, once a WebSocket could not be made: until then there is one way. */
let ways: Ways | undefined

export function openSocket(session: string, as: As, events: SocketEvents): SessionSocket {
  const manager = new Manager<ServerToClient, ClientToServer>(window.location.origin, {
    path: at(SOCKET_PATH),
    transports: ['websocket'],
    query: { session, as, version: String(PROTOCOL_VERSION), changes: '1' },
    autoConnect: false,
    reconnection: false,
  })
  const socket: Socket<ServerToClient, ClientToServer> = manager.socket('/')
  let over = false
  let asked: number | null = null
  let retrying: ReturnType<typeof setTimeout> | undefined
  let losing: ReturnType<typeof setTimeout> | undefined

  /** What long polling needs, while that is the way. */
  let polling: typeof import('./polling.ts') | null = null
  let stopCarrying: (() => void) | undefined
  let isBlocked = false
  const way = (): Way => (polling === null ? 'websocket' : 'polling')

  const connect = async () => {
    // Whoever has WebSocket never fetches it.
    const found = ways?.next() === 'polling' ? await import('./polling.ts').catch(() => null) : null
    if (over || socket.connected) return
    polling = found
    socket.io.opts.transports = polling === null ? ['websocket'] : [polling.Polling]
    socket.io.timeout(polling === null ? WEBSOCKET_WITHIN_MS : POLLING_WITHIN_MS)
    socket.connect()
  }

  const retry = (delay: number) => {
    clearTimeout(retrying)
    if (!over) retrying = setTimeout(() => void connect(), delay)
  }

  /** The connection could not be made: is it the way, or is nobody there? */
  const findOut = async (tried: Way) => {
    // Fetched from the server in question: when it does not come, that is the answer.
    const trouble = await import('./diagnose.ts').then(
      (found) => {
        ways = found.ways
        return found.diagnose()
      },
      (): Trouble => 'away',
    )
    if (over || socket.connected) return
    const answers = trouble !== 'away'
    ways?.failed(tried, answers)
    isBlocked = trouble === 'blocked'
    // By WebSocket alone nothing is said yet: the other way is still to be tried, and at once.
    if (!isBlocked || tried === 'polling') events.onTrouble(trouble)
    if (answers && tried === 'websocket') retry(Math.random() * SOON_MS)
  }

  /** Documents came over this connection for as long as it lasted. */
  const letGo = () => {
    stopCarrying?.()
    stopCarrying = undefined
  }

  const lost = () => {
    if (isBlocked) events.onTrouble('blocked')
    events.onLost()
  }

  const down = () => {
    letGo()
    events.onDown()
    if (over) return
    losing ??= setTimeout(lost, LOST_AFTER_MS)
    retry(retryDelay(Math.random(), asked))
    asked = null
  }

  const bye = (reason: Goodbye, retryInMs: number | null) => {
    over = retryInMs === null
    asked = retryInMs
    events.onBye(reason, over)
  }

  socket.on('connect', () => {
    clearTimeout(losing)
    losing = undefined
    isBlocked = false
    ways?.worked(way())
    const carrier = polling?.carrierOn(socket)
    stopCarrying = carrier?.stop
    carryDocuments(carrier?.lines)
    events.onConnect(way())
  })
  socket.on('disconnect', down)
  socket.on('connect_error', (error: Error) => {
    // A handshake that is refused says why in place of a `bye`; nothing is gained by asking again.
    const reason = GOODBYES.find((known) => known === error.message)
    if (reason) {
      bye(
        reason,
        reason === 'restarting' || reason === 'rate-limited' || reason === 'too-slow' || reason === 'busy'
          ? 2_000
          : null,
      )
    } else if (!socket.connected) void findOut(way())
    down()
  })
  socket.on('bye', bye)
  socket.on('waiting', events.onWaiting)
  socket.on('frame', events.onFrame)
  socket.on('company', events.onCompany)
  socket.on('build', events.onBuild)

  const hurry = () => {
    if (!over && !socket.connected && !document.hidden) retry(Math.random() * SOON_MS)
  }
  /** Begins anew: what the other end may have said since is lost, and is asked for again. */
  const giveUp = () => {
    if (!socket.connected) return
    // The library would wait for its last request to be answered.
    if (way() === 'polling') socket.disconnect()
    else socket.io.engine.close()
  }
  const askClock = async () => {
    if (!socket.connected) throw new Error('not connected')
    return socket
      .timeout(way() === 'polling' ? CLOCK_ANSWER_POLLING_MS : CLOCK_ANSWER_MS)
      .emitWithAck('clock')
  }
  const heartbeat = setInterval(() => {
    if (socket.connected && !document.hidden) askClock().catch(giveUp)
  }, HEARTBEAT_MS)
  window.addEventListener('online', hurry)
  window.addEventListener('offline', giveUp)
  document.addEventListener('visibilitychange', hurry)

  return {
    open: () => {
      losing = setTimeout(lost, LOST_AFTER_MS)
      void connect()
    },
    close: () => {
      over = true
      letGo()
      carryDocuments(undefined)
      clearTimeout(retrying)
      clearTimeout(losing)
      clearInterval(heartbeat)
      window.removeEventListener('online', hurry)
      window.removeEventListener('offline', giveUp)
      document.removeEventListener('visibilitychange', hurry)
      socket.disconnect()
    },
    command: async (envelope) => {
      if (!socket.connected) return null
      try {
        return await socket.timeout(RECEIPT_MS).emitWithAck('command', envelope)
      } catch {
        // Without a receipt nothing is known: begin anew, and send again. The id makes twice once.
        giveUp()
        return null
      }
    },
    askClock,
    askWhole: () => {
      if (socket.connected) socket.emit('sync')
    },
    signal: (signal) => {
      if (socket.connected) socket.emit('signal', signal)
    },
  }
}
