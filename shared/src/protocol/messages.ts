/**
 * What travels on the Socket.IO connection (path `/io`, by WebSocket; by long polling where the network has none). Handshake query: `session` and `as`, the role
 * whose cookie counts; `changes=1` says that the client understands `Frame.changes`. docs/spec/protocol.md has the rules.
 */
import type { Outcome } from '../outcome.ts'
import type { Outside } from '../people/person.ts'
import type { ActivitySlice, MeSlice, PersonLine, PlanSlice, SessionSlice } from '../session/projection.ts'
import type { SliceChange } from './changes.ts'
import type { Envelope } from './envelope.ts'
import type { Company, Signal, SignalAnswer } from './signals.ts'

export const PROTOCOL_VERSION = 1
export const SOCKET_PATH = '/io'
/** Documents: `/sync/<as>/<session>/<activity>/<name>`, y-websocket protocol. */
export const SYNC_PATH = '/sync'

/** `seq` of the event that the command became. */
export type Receipt = Outcome<{ seq: number }>

export interface PeopleDelta {
  /** True: `set` is everybody. */
  readonly whole: boolean
  readonly set: readonly PersonLine[]
  readonly gone: readonly string[]
}

/**
 * Slices that changed. `frame` counts the frames sent to this connection from 1; a client that sees a gap asks for
 * `sync` and gets a whole frame. A slice that is absent has not changed.
 */
export interface Frame {
  readonly frame: number
  readonly whole: boolean
  /** Seq of the log that this reflects. */
  readonly seq: number
  readonly session?: SessionSlice
  readonly activity?: ActivitySlice | null
  readonly me?: MeSlice
  readonly plan?: PlanSlice
  readonly people?: PeopleDelta
  /** What has changed in long slices since the frame before, in place of them. */
  readonly changes?: { readonly activity?: readonly SliceChange[]; readonly plan?: readonly SliceChange[] }
  readonly headcount?: { readonly here: number; readonly joined: number }
}

export const GOODBYES = [
  'deleted',
  'erased',
  'removed',
  'revoked',
  /** From another tab of the same browser, or from this one. */
  'left',
  'restarting',
  'too-slow',
  'not-allowed',
  'unknown-session',
  'rate-limited',
  'busy',
  'too-many',
  'version',
] as const
export type Goodbye = (typeof GOODBYES)[number]

export interface ServerToClient {
  frame: (frame: Frame) => void
  /** One is connected but not in, and hears here when that changes: a first frame, or `bye`. */
  waiting: (why: Outside) => void
  /** Which build of the client this server has (`buildOf`); told to each connection that is let in. */
  build: (build: string) => void
  /** What people tell each other in passing; one that is missed is not asked for. */
  company: (news: Company) => void
  /** A document's line that was asked for is open. */
  'line-open': (line: number) => void
  /** A part of a document's message, base64; `isLast`: the message is whole. */
  'line-bytes': (line: number, part: string, isLast: boolean) => void
  /** A document's line has ended, with the close code of `/sync`. */
  'line-end': (line: number, code: number, reason: string) => void
  /** The server is about to close this connection; reconnect after `retryInMs`, or never when null. */
  bye: (reason: Goodbye, retryInMs: number | null) => void
}

export interface ClientToServer {
  command: (envelope: Envelope, receipt: (receipt: Receipt) => void) => void
  /** Said in passing; answered only where `answer` is given. */
  signal: (signal: Signal, answer?: (answer: SignalAnswer) => void) => void
  /** Answers the server's time, ms. */
  clock: (answer: (serverMs: number) => void) => void
  /** Asks for a whole frame. */
  sync: () => void
  /** Without WebSocket: a line of its own for a document, under a number that the client chooses; `path` as on `/sync`. */
  'line-open': (line: number, path: string) => void
  /** A part of a message, base64. Answered when there is room for more. */
  'line-bytes': (line: number, part: string, isLast: boolean, taken: () => void) => void
  'line-end': (line: number) => void
}

/**
 * Document frames: y-websocket's message types 0 to 3, and two of ours that an unmodified provider ignores.
 *
 * SAVED, followed by a varuint n: the first n update messages of this connection (sync steps 2 and updates) are dealt
 * with: committed, unless a « permission denied » (type 2) came before. What was denied, or could not be placed, is asked
 * for again with a sync step 1, and the answer to that is what counts.
 */
export const SYNC_MESSAGE_SAVED = 100
/** ACCESS, followed by a varuint: 0 none, 1 read, 2 write. Sent first, and again when the right changes. */
export const SYNC_MESSAGE_ACCESS = 101

/** Close codes on `/sync`. */
export const SYNC_CLOSE = {
  malformed: 4400,
  notAllowed: 4403,
  unknown: 4404,
  tooLarge: 4413,
  /** What is stored of the document is damaged: nobody can be given it. */
  unreadable: 4422,
  tooFast: 4429,
  storage: 4500,
  /** The server has as many documents open as it can hold: a little later there is room again. */
  busy: 4502,
  restarting: 4503,
} as const
