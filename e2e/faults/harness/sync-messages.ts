/** The y-websocket protocol as a client's bytes. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

export const SYNC = 0
export const AWARENESS = 1
export const DENIED = 2
export const STEP_1 = 0
export const STEP_2 = 1
export const UPDATE = 2

export const syncMessage = (step: number, bytes: Uint8Array): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, SYNC)
  encoding.writeVarUint(encoder, step)
  encoding.writeVarUint8Array(encoder, bytes)
  return encoding.toUint8Array(encoder)
}

export const presenceMessage = (client: number, clock: number, state: unknown): Uint8Array =>
  presenceText(client, clock, JSON.stringify(state))

/** The state as text, which may be no JSON. */
export function presenceText(client: number, clock: number, state: string): Uint8Array {
  const inner = encoding.createEncoder()
  encoding.writeVarUint(inner, 1)
  encoding.writeVarUint(inner, client)
  encoding.writeVarUint(inner, clock)
  encoding.writeVarString(inner, state)
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, AWARENESS)
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner))
  return encoding.toUint8Array(encoder)
}

/** Of a document with nothing in it. */
export const NOTHING_KNOWN = Uint8Array.of(0)

/** What a client hears, as far as the harness looks. */
export type Heard =
  | { readonly type: 'asked' | 'whole' | 'update'; readonly bytes: Uint8Array }
  | { readonly type: 'saved'; readonly count: number }
  | { readonly type: 'denied' | 'other' }

const SYNC_HEARD = ['asked', 'whole', 'update'] as const

export function hear(data: Uint8Array, saved: number): Heard {
  const decoder = decoding.createDecoder(data)
  const type = decoding.readVarUint(decoder)
  if (type === saved) return { type: 'saved', count: decoding.readVarUint(decoder) }
  if (type === DENIED) return { type: 'denied' }
  if (type !== SYNC) return { type: 'other' }
  const heard = SYNC_HEARD[decoding.readVarUint(decoder)]
  return heard === undefined ? { type: 'other' } : { type: heard, bytes: decoding.readVarUint8Array(decoder) }
}
