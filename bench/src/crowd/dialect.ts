/** What clients say and hear, for each kind of server. */
import * as encoding from 'lib0/encoding'
import type { DialectName } from '../servers/server.ts'

const SYNC = 0
const AWARENESS = 1
const AUTH = 2
const SYNC_REPLY = 4
const STEP_1 = 0
const STEP_2 = 1
const UPDATE = 2
const TOKEN = 0
/** Of a document with nothing in it. */
const EMPTY_STATE_VECTOR = Uint8Array.of(0)
export const EMPTY_UPDATE = Uint8Array.of(0, 0)

export type Heard = 'asked' | 'whole' | 'update' | 'presence' | 'other'

export interface Dialect {
  /** What a client says when it has connected. */
  readonly greeting: readonly Uint8Array[]
  /** True: the client has joined when it is given the whole document. */
  readonly gives: boolean
  update(update: Uint8Array): Uint8Array
  /** The answer to « what do you have that I miss? »: nothing. */
  readonly nothing: Uint8Array
  presence(awareness: Uint8Array): Uint8Array
  heard(payload: Uint8Array): Heard
  /** Where the Yjs update starts in a message that was heard as `whole` or `update`. */
  updateIn(payload: Uint8Array): Uint8Array
}

type Write = (encoder: encoding.Encoder) => void

const message = (...parts: readonly Write[]): Uint8Array => {
  const encoder = encoding.createEncoder()
  for (const part of parts) part(encoder)
  return encoding.toUint8Array(encoder)
}
const numbers =
  (...values: readonly number[]): Write =>
  (encoder) => {
    for (const value of values) encoding.writeVarUint(encoder, value)
  }
const bytes =
  (value: Uint8Array): Write =>
  (encoder) =>
    encoding.writeVarUint8Array(encoder, value)

/** Skips a varuint; gives back where the next byte is. */
const after = (payload: Uint8Array, at: number): number => {
  let position = at
  while ((payload[position] ?? 0) > 127) position++
  return position + 1
}

/** The dialect of y-websocket, with `prefix` before each message. */
function prefixed(prefix: Uint8Array, opening: readonly Uint8Array[]): Dialect {
  const raw: Write = (encoder) => encoding.writeUint8Array(encoder, prefix)
  const start = prefix.byteLength
  return {
    greeting: [...opening, message(raw, numbers(SYNC, STEP_1), bytes(EMPTY_STATE_VECTOR))],
    gives: true,
    update: (update) => message(raw, numbers(SYNC, UPDATE), bytes(update)),
    nothing: message(raw, numbers(SYNC, STEP_2), bytes(EMPTY_UPDATE)),
    presence: (awareness) => message(raw, numbers(AWARENESS), bytes(awareness)),
    heard: (payload) => {
      const type = payload[start]
      if (type === AWARENESS) return 'presence'
      if (type !== SYNC && type !== SYNC_REPLY) return 'other'
      const step = payload[start + 1]
      return step === STEP_1 ? 'asked' : step === STEP_2 ? 'whole' : 'update'
    },
    updateIn: (payload) => payload.subarray(after(payload, start + 2)),
  }
}

/** Hocuspocus puts the document's name before each message, and wants a token first whether it checks it or not. */
function hocuspocus(document: string): Dialect {
  const name: Write = (encoder) => encoding.writeVarString(encoder, document)
  const token = message(name, numbers(AUTH, TOKEN), (encoder) => encoding.writeVarString(encoder, ''))
  return prefixed(message(name), [token])
}

/** A floor passes on what it gets; nobody is given a document. */
const bare = (): Dialect => ({ ...prefixed(new Uint8Array(), []), greeting: [], gives: false })

export function dialectOf(name: DialectName, document: string): Dialect {
  if (name === 'hocuspocus') return hocuspocus(document)
  return name === 'bare' ? bare() : prefixed(new Uint8Array(), [])
}
