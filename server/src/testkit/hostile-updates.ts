/** Updates that no client of ours writes, each of a kind of its own. `base`: what the document holds. */
import type { Random } from '@escale/shared'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

export interface Hostile {
  readonly name: string
  /** Each is so little that it may be taken for writing: what counts is that nobody waits for it. */
  readonly mayPass?: true
  /** One after the other. */
  readonly updates: (base: Uint8Array, random: Random) => Uint8Array[]
}

/** A document that holds what the other side does, and what it writes from then on. */
function writing(base: Uint8Array, random: Random, write: (doc: Y.Doc) => void): Uint8Array[] {
  const doc = new Y.Doc({ gc: false })
  Y.applyUpdate(doc, base)
  doc.clientID = 1 + random.below(2 ** 31)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  write(doc)
  return updates
}

interface Struct {
  readonly client: number
  readonly clock: number
  readonly origin?: readonly [number, number]
  readonly right?: readonly [number, number]
  readonly parent?: string
  readonly text: string
}

/** Items of text written by hand, one client after the other. */
function forge(clients: ReadonlyMap<number, readonly Struct[]>): Uint8Array {
  const e = encoding.createEncoder()
  const id = ([client, clock]: readonly [number, number]) => {
    encoding.writeVarUint(e, client)
    encoding.writeVarUint(e, clock)
  }
  encoding.writeVarUint(e, clients.size)
  for (const [client, structs] of clients) {
    encoding.writeVarUint(e, structs.length)
    id([client, structs[0]?.clock ?? 0])
    for (const { origin, right, parent = 'text', text } of structs) {
      encoding.writeUint8(e, 4 | (origin ? 128 : 0) | (right ? 64 : 0))
      if (origin) id(origin)
      if (right) id(right)
      if (!origin && !right) {
        encoding.writeVarUint(e, 1)
        encoding.writeVarString(e, parent)
      }
      encoding.writeVarString(e, text)
    }
  }
  encoding.writeVarUint(e, 0)
  return encoding.toUint8Array(e)
}

/** `count` items behind the same one, each before another of those that come last: Yjs walks over all of them each time. */
export function storm(count: number, random: Random): Uint8Array {
  const client = 1 + random.below(2 ** 31)
  const structs: Struct[] = [
    { client, clock: 0, text: 'a' },
    { client, clock: 1, origin: [client, 0], text: 'z'.repeat(count) },
  ]
  for (let i = 0; i < count; i++)
    structs.push({
      client,
      clock: 1 + count + i,
      origin: [client, 0],
      right: [client, 1 + ((i * 7919) % count)],
      text: 'x',
    })
  return forge(new Map([[client, structs]]))
}

const inPieces = (count: number, random: Random): Uint8Array => {
  const clients = new Map<number, Struct[]>()
  for (let i = 0; i < count; i++) {
    const client = 1 + random.below(2 ** 31)
    clients.set(client, [{ client, clock: 0, text: 'z' }])
  }
  return forge(clients)
}

/** Types within types, then the outermost deleted: whoever follows all the way down runs out of stack. */
export function nestedBomb(root: string, depth: number, client: number): Uint8Array[] {
  const doc = new Y.Doc({ gc: false })
  doc.clientID = client
  doc.transact(() => {
    let inner = doc.getArray<unknown>(root)
    for (let i = 0; i < depth; i++) {
      const next = new Y.Array<unknown>()
      inner.insert(0, [next])
      inner = next
    }
  })
  const head = encoding.createEncoder()
  // No structs; of one client one range, from 0, of one.
  for (const n of [0, 1, client, 1, 0, 1]) encoding.writeVarUint(head, n)
  return [Y.encodeStateAsUpdate(doc), encoding.toUint8Array(head)]
}

export const HOSTILE: readonly Hostile[] = [
  {
    name: 'thousands of nested types, then the head deleted',
    updates: (_base, random) => nestedBomb('text', 9_000, 1 + random.below(2 ** 31)),
  },
  { name: 'a storm at one place', updates: (_base, random) => [storm(1_500, random)] },
  {
    name: 'a foreign root',
    updates: (base, random) => writing(base, random, (doc) => doc.getText('elsewhere').insert(0, 'x')),
  },
  {
    name: 'a root called __proto__',
    updates: (_base, random) => {
      const client = 1 + random.below(2 ** 31)
      return [forge(new Map([[client, [{ client, clock: 0, parent: '__proto__', text: 'x' }]]]))]
    },
  },
  {
    name: 'a document in the document',
    updates: (base, random) =>
      writing(base, random, (doc) => doc.getText('text').insertEmbed(0, new Y.Doc() as never)),
  },
  {
    name: 'embedded things',
    updates: (base, random) => writing(base, random, (doc) => doc.getText('text').insertEmbed(0, { a: 1 })),
  },
  {
    name: 'a type in the text',
    updates: (base, random) =>
      writing(base, random, (doc) => doc.getText('text').insertEmbed(0, new Y.Map())),
  },
  {
    name: 'attributes of the text',
    updates: (base, random) => writing(base, random, (doc) => doc.getText('text').setAttribute('a', 'b')),
  },
  {
    name: 'formats by the thousand',
    updates: (base, random) =>
      writing(base, random, (doc) => {
        const text = doc.getText('text')
        doc.transact(() => {
          text.insert(0, 'x'.repeat(1_000))
          for (let i = 0; i < 1_000; i++) text.format(i, 1, { [`f${i}`]: true })
        })
      }),
  },
  { name: 'more clients than anybody is', updates: (_base, random) => [inPieces(150, random)] },
  {
    name: 'a clock beyond all numbers',
    updates: (_base, random) => {
      const client = 1 + random.below(2 ** 31)
      const clock = Number.MAX_SAFE_INTEGER - 1
      return [forge(new Map([[client, [{ client, clock, text: 'xx' }]]]))]
    },
  },
  {
    name: 'two that each build on the other',
    updates: () => [
      forge(
        new Map([
          [2_000_000_001, [{ client: 2_000_000_001, clock: 0, origin: [2_000_000_000, 0], text: 'a' }]],
          [2_000_000_000, [{ client: 2_000_000_000, clock: 0, origin: [2_000_000_001, 0], text: 'b' }]],
        ]),
      ),
    ],
  },
  {
    name: 'the same deleted ten thousand times',
    updates: (base) => {
      const [client] = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(base)).keys()
      const e = encoding.createEncoder()
      for (const n of [0, 1, client ?? 1, 10_000]) encoding.writeVarUint(e, n)
      for (let i = 0; i < 10_000; i++) for (const n of [0, 1]) encoding.writeVarUint(e, n)
      return [encoding.toUint8Array(e)]
    },
  },
  {
    name: 'storms in small portions',
    mayPass: true,
    updates: (_base, random) => Array.from({ length: 6 }, () => storm(150, random)),
  },
  {
    name: 'new clients again and again',
    mayPass: true,
    updates: (_base, random) => Array.from({ length: 12 }, () => inPieces(20, random)),
  },
]
