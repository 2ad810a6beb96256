import * as Y from 'yjs'
import { CLIENTS_PER_UPDATE, CLOCK_MAX, UPDATE_MAX_PIECES } from './sync-limits.ts'

/** An update that has been decoded, and nothing more: nothing of it is in any document yet. */
export interface Decoded {
  /** By Yjs client, in the order of their clocks. */
  readonly structs: ReadonlyMap<number, readonly (Y.Item | Y.GC)[]>
  readonly deleted: ReadonlyMap<number, readonly { readonly clock: number; readonly len: number }[]>
  /** Structs and deleted ranges. */
  readonly pieces: number
}

export interface Inspection {
  readonly decoded: Decoded
  /** Nothing in it: neither content nor deletions. */
  readonly empty: boolean
  /** It builds on something that is not known: the sender must first send what is missing. */
  readonly gap: boolean
  /** Per Yjs client, the clock after its last piece here. */
  readonly ends: ReadonlyMap<number, number>
}

/** Told apart from what Yjs throws, so that a fault of ours is not taken for bad input. */
const wrong = (what: string): never => {
  throw new Error(what)
}

const isClock = (n: number): boolean => Number.isSafeInteger(n) && n >= 0 && n <= CLOCK_MAX

/** @throws Error on malformed bytes, and on what no Yjs client writes: pieces out of order, or numbers beyond all measure. */
function decode(update: Uint8Array): Decoded & { readonly skips: boolean } {
  const { structs, ds } = Y.decodeUpdate(update)
  const byClient = new Map<number, (Y.Item | Y.GC)[]>()
  let current: { readonly client: number; readonly own: (Y.Item | Y.GC)[]; end: number } | undefined
  let skips = false
  for (const struct of structs) {
    const { client, clock } = struct.id
    if (current?.client !== client) {
      if (byClient.has(client) || !isClock(client)) wrong('client twice')
      const own: (Y.Item | Y.GC)[] = []
      byClient.set(client, own)
      current = { client, own, end: clock }
    }
    if (clock !== current.end || struct.length < 1 || !isClock(clock + struct.length)) wrong('clock')
    current.end = clock + struct.length
    if (struct instanceof Y.Skip) skips = true
    else if (struct instanceof Y.Item || struct instanceof Y.GC) current.own.push(struct)
  }
  let pieces = structs.length
  for (const [client, ranges] of ds.clients) {
    pieces += ranges.length
    let end = 0
    if (!isClock(client)) wrong('client')
    for (const { clock, len } of ranges) {
      if (clock < end || len < 1 || !isClock(clock + len)) wrong('deleted twice')
      end = clock + len
    }
  }
  if (pieces > UPDATE_MAX_PIECES || byClient.size > CLIENTS_PER_UPDATE) wrong('too many')
  return { structs: byClient, deleted: ds.clients, pieces, skips }
}

/**
 * Does an update build on something that is neither known nor in it?
 * @param known clock up to which a Yjs client's writing is known here.
 */
export function hasGap({ structs, deleted }: Decoded, known: (client: number) => number): boolean {
  const ends = endsOf(structs)
  const isMissing = (id: { readonly client: number; readonly clock: number } | null): boolean =>
    id !== null && id.clock >= known(id.client) && id.clock >= (ends.get(id.client) ?? 0)
  for (const [client, own] of structs) {
    if ((own[0]?.id.clock ?? 0) > known(client)) return true
    for (const struct of own) {
      if (!(struct instanceof Y.Item)) continue
      // Before integration a parent is a root's name, the id of the item that holds it, or nothing.
      const parent: unknown = struct.parent
      if (isMissing(struct.origin) || isMissing(struct.rightOrigin)) return true
      if (parent instanceof Y.ID && isMissing(parent)) return true
    }
  }
  for (const [client, ranges] of deleted)
    for (const { clock, len } of ranges) if (isMissing({ client, clock: clock + len - 1 })) return true
  return false
}

function endsOf(structs: Decoded['structs']): ReadonlyMap<number, number> {
  const ends = new Map<number, number>()
  for (const [client, own] of structs) {
    const last = own.at(-1)
    if (last !== undefined) ends.set(client, last.id.clock + last.length)
  }
  return ends
}

/**
 * Decodes a V1 update without applying it.
 * @param known clock up to which a Yjs client's writing is known here.
 * @throws Error on malformed bytes.
 */
export function inspectUpdate(update: Uint8Array, known: (client: number) => number): Inspection {
  const { skips, ...decoded } = decode(update)
  return {
    decoded,
    empty: decoded.pieces === 0,
    gap: skips || hasGap(decoded, known),
    ends: endsOf(decoded.structs),
  }
}
