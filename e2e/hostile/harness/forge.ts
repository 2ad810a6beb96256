/** Updates that no honest client writes, made with Yjs or by hand. */
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** What the rally's stories and the groups' pages are: one text of this name (`STORY_TEXT`, `PAGE_TEXT`). */
export const TEXT = 'text'

const whole = (write: (doc: Y.Doc) => void): Uint8Array => {
  const doc = new Y.Doc()
  doc.transact(() => write(doc))
  return Y.encodeStateAsUpdate(doc)
}

/** One type in the other, so deep, in a text; and the deletion of the outermost. Collecting them afterwards goes as deep. */
export function nest(depth: number): { readonly nested: Uint8Array; readonly headGone: Uint8Array } {
  const encoder = encoding.createEncoder()
  const client = 77
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint(encoder, depth)
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, 0)
  for (let n = 0; n < depth; n++) {
    // Content 7 is a type; neither origin nor right origin, so the parent is named: a root, then the piece before.
    encoding.writeUint8(encoder, 7)
    if (n === 0) {
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarString(encoder, TEXT)
    } else {
      encoding.writeVarUint(encoder, 0)
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, n - 1)
    }
    // An array.
    encoding.writeVarUint(encoder, 0)
  }
  encoding.writeVarUint(encoder, 0)
  return { nested: encoding.toUint8Array(encoder), headGone: deletion(client, 0, 1) }
}

/** Nothing but « these are deleted ». */
export function deletion(client: number, clock: number, length: number): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const n of [0, 1, client, 1, clock, length]) encoding.writeVarUint(encoder, n)
  return encoding.toUint8Array(encoder)
}

/**
 * So many letters, each of a client of its own, that all want to stand at the beginning, before another letter each of one
 * long word: to find its place each is compared with all others, from the left to its right neighbour.
 */
export function crowdOfItems(items: number): Uint8Array {
  const encoder = encoding.createEncoder()
  const write = (...numbers: readonly number[]) => {
    for (const n of numbers) encoding.writeVarUint(encoder, n)
  }
  const text = (written: string) => {
    encoding.writeVarString(encoder, written)
  }
  write(items + 1)
  for (let n = items; n > 0; n--) {
    write(1, 1_000 + n, 0)
    // Content 4 is a text; 64: the piece on its right is told.
    encoding.writeUint8(encoder, 4 | 64)
    write(1, items - n)
    text('x')
  }
  write(1, 1, 0)
  encoding.writeUint8(encoder, 4)
  write(1)
  text(TEXT)
  text('y'.repeat(items))
  write(0)
  return encoding.toUint8Array(encoder)
}

/** So many empty types, a few bytes each on the wire and some hundred in memory. */
export function tinyTypes(count: number, client = 78): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const n of [1, count, client, 0]) encoding.writeVarUint(encoder, n)
  for (let n = 0; n < count; n++) {
    // Content 7 is a type; 128: what is on its left is told, and with it the parent.
    encoding.writeUint8(encoder, n === 0 ? 7 : 7 | 128)
    if (n === 0) {
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarString(encoder, TEXT)
    } else {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, n - 1)
    }
    // A map.
    encoding.writeVarUint(encoder, 1)
  }
  encoding.writeVarUint(encoder, 0)
  return encoding.toUint8Array(encoder)
}

export const manyRoots = (count: number): Uint8Array =>
  whole((doc) => {
    for (let n = 0; n < count; n++) doc.getText(`root-${n}`).insert(0, 'x')
  })

export const subDocuments = (count: number): Uint8Array =>
  whole((doc) => {
    for (let n = 0; n < count; n++) doc.getMap('map').set(`${n}`, new Y.Doc())
  })

/** Ordinary words from so many clients. */
export const manyClients = (count: number): Uint8Array =>
  Y.mergeUpdates(
    Array.from({ length: count }, (_, n) => {
      const doc = new Y.Doc()
      doc.clientID = 5_000 + n
      doc.getText(TEXT).insert(0, 'mot ')
      return Y.encodeStateAsUpdate(doc)
    }),
  )

export const honestText = (text: string): Uint8Array => whole((doc) => doc.getText(TEXT).insert(0, text))
