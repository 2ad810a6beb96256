/** The y-websocket protocol as bytes (docs/spec/documents.md): what we read from a client and what we send to one. */
import { type Access, SYNC_MESSAGE_ACCESS, SYNC_MESSAGE_SAVED } from '@escale/shared'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

const SYNC = 0
const AWARENESS = 1
const AUTH = 2
const QUERY_AWARENESS = 3
const STEP_1 = 0
const STEP_2 = 1
const UPDATE = 2

export type Message =
  | { readonly type: 'state-vector'; readonly bytes: Uint8Array }
  | { readonly type: 'missing' | 'update'; readonly bytes: Uint8Array }
  | { readonly type: 'awareness'; readonly bytes: Uint8Array }
  | { readonly type: 'query-awareness' }

/** @throws Error on anything that is not exactly one message. */
export function readFrame(frame: Uint8Array): Message {
  const decoder = decoding.createDecoder(frame)
  const message = readMessage(decoder)
  if (decoding.hasContent(decoder)) throw new Error('bytes after the message')
  return message
}

function readMessage(decoder: decoding.Decoder): Message {
  const type = decoding.readVarUint(decoder)
  if (type === QUERY_AWARENESS) return { type: 'query-awareness' }
  if (type === AWARENESS) return { type: 'awareness', bytes: decoding.readVarUint8Array(decoder) }
  if (type !== SYNC) throw new Error('unknown message')
  const step = decoding.readVarUint(decoder)
  const bytes = decoding.readVarUint8Array(decoder)
  if (step === STEP_1) return { type: 'state-vector', bytes }
  if (step === STEP_2) return { type: 'missing', bytes }
  if (step === UPDATE) return { type: 'update', bytes }
  throw new Error('unknown sync message')
}

const frame = (write: (encoder: encoding.Encoder) => void): Uint8Array => {
  const encoder = encoding.createEncoder()
  write(encoder)
  return encoding.toUint8Array(encoder)
}

const syncFrame = (step: number, bytes: Uint8Array): Uint8Array =>
  frame((e) => {
    encoding.writeVarUint(e, SYNC)
    encoding.writeVarUint(e, step)
    encoding.writeVarUint8Array(e, bytes)
  })

/** « This is what I have: send what I miss. » */
export const askFrame = (stateVector: Uint8Array): Uint8Array => syncFrame(STEP_1, stateVector)
export const missingFrame = (update: Uint8Array): Uint8Array => syncFrame(STEP_2, update)
export const updateFrame = (update: Uint8Array): Uint8Array => syncFrame(UPDATE, update)

export const savedFrame = (count: number): Uint8Array =>
  frame((e) => {
    encoding.writeVarUint(e, SYNC_MESSAGE_SAVED)
    encoding.writeVarUint(e, count)
  })

const ACCESS_CODES: Record<Access, number> = { none: 0, read: 1, write: 2 }
export const accessFrame = (access: Access): Uint8Array =>
  frame((e) => {
    encoding.writeVarUint(e, SYNC_MESSAGE_ACCESS)
    encoding.writeVarUint(e, ACCESS_CODES[access])
  })

/** y-protocols' « permission denied »: the update that came was not taken. */
export const deniedFrame = (reason: string): Uint8Array =>
  frame((e) => {
    encoding.writeVarUint(e, AUTH)
    encoding.writeVarUint(e, 0)
    encoding.writeVarString(e, reason)
  })

export interface PresenceEntry {
  readonly client: number
  readonly clock: number
  /** JSON; `null` says that the client has gone. */
  readonly state: string
}

export const presenceFrame = (entries: readonly PresenceEntry[]): Uint8Array =>
  frame((e) => {
    encoding.writeVarUint(e, AWARENESS)
    encoding.writeVarUint8Array(
      e,
      frame((inner) => {
        encoding.writeVarUint(inner, entries.length)
        for (const entry of entries) {
          encoding.writeVarUint(inner, entry.client)
          encoding.writeVarUint(inner, entry.clock)
          encoding.writeVarString(inner, entry.state)
        }
      }),
    )
  })

/** @throws Error on malformed bytes. At most `most` entries are read. */
export function readPresence(bytes: Uint8Array, most: number): PresenceEntry[] {
  const decoder = decoding.createDecoder(bytes)
  const count = Math.min(decoding.readVarUint(decoder), most)
  const entries: PresenceEntry[] = []
  for (let i = 0; i < count; i++)
    entries.push({
      client: decoding.readVarUint(decoder),
      clock: decoding.readVarUint(decoder),
      state: decoding.readVarString(decoder),
    })
  return entries
}
