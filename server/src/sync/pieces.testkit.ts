/** Updates that are put together piece by piece, as no editor writes them: to say exactly what is in one. */
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

type Id = readonly [client: number, clock: number]
/** A piece as it stands in the bytes of an update. Without neighbours it says where it is, and under which name. */
export interface Piece {
  readonly id: Id
  readonly origin?: Id
  readonly right?: Id
  readonly parent?: string | Id
  readonly sub?: string
  readonly is: (encoder: encoding.Encoder) => void
  readonly ref: number
}
export type What = Pick<Piece, 'is' | 'ref'>
export const said = (text: string): What => ({ ref: 4, is: (e) => encoding.writeVarString(e, text) })
export const taken = (length: number): What => ({ ref: 1, is: (e) => encoding.writeVarUint(e, length) })
export const values = (...all: unknown[]): What => ({
  ref: 8,
  is: (e) => {
    encoding.writeVarUint(e, all.length)
    for (const one of all) encoding.writeAny(e, one as never)
  },
})
export const [ARRAY, MAP, TEXT, HOOK, XML_TEXT] = [0, 1, 2, 5, 6] as const
export const type = (kind: number): What => ({
  ref: 7,
  is: (e) => {
    encoding.writeVarUint(e, kind)
    if (kind === HOOK) encoding.writeVarString(e, 'hook')
  },
})
export const document: What = {
  ref: 9,
  is: (e) => {
    encoding.writeVarString(e, 'guid')
    encoding.writeAny(e, {})
  },
}
/** Its number is all that is left of it. */
const GC = 0
export const collected = (id: Id, length: number): Piece => ({ id, ref: GC, is: taken(length).is })

export type Deleted = Readonly<Record<number, readonly Id[]>>
const NOTHING_DELETED: Deleted = {}

/** An update of just these pieces, those of one client behind each other. */
export function update(pieces: readonly Piece[], deleted = NOTHING_DELETED): Uint8Array {
  const e = encoding.createEncoder()
  const numbers = (...all: number[]) => {
    for (const one of all) encoding.writeVarUint(e, one)
  }
  const byClient = new Map<number, Piece[]>()
  for (const piece of pieces) {
    const own = byClient.get(piece.id[0])
    if (own === undefined) byClient.set(piece.id[0], [piece])
    else own.push(piece)
  }
  numbers(byClient.size)
  for (const [client, own] of byClient) {
    numbers(own.length, client, own[0]?.id[1] ?? 0)
    for (const { origin, right, parent = 'text', sub, is, ref } of own) {
      const isBeside = origin !== undefined || right !== undefined
      encoding.writeUint8(e, ref | (origin ? 128 : 0) | (right ? 64 : 0) | (sub === undefined ? 0 : 32))
      if (ref !== GC) {
        if (origin) numbers(...origin)
        if (right) numbers(...right)
        if (!isBeside) {
          numbers(typeof parent === 'string' ? 1 : 0)
          if (typeof parent === 'string') encoding.writeVarString(e, parent)
          else numbers(...parent)
          if (sub !== undefined) encoding.writeVarString(e, sub)
        }
      }
      is(e)
    }
  }
  const ranges = Object.entries(deleted)
  numbers(ranges.length)
  for (const [client, own] of ranges) {
    numbers(Number(client), own.length)
    for (const range of own) numbers(...range)
  }
  return encoding.toUint8Array(e)
}

export function documentOf(pieces: readonly Piece[], deleted = NOTHING_DELETED): Y.Doc {
  const doc = new Y.Doc({ gc: false })
  Y.applyUpdate(doc, update(pieces, deleted))
  return doc
}
export const EMPTY = (): Y.Doc => documentOf([])

/** Letters behind each other, each of a client of its own, from 1: so that Yjs keeps them apart. */
export const letters = (count: number): Piece[] =>
  Array.from({ length: count }, (_, i) => ({
    id: [i + 1, 0],
    ...(i > 0 && { origin: [i, 0] as const }),
    ...said('a'),
  }))
