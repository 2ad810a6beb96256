/** What people will write, encoded before the clock starts: a load generator that composes while it measures, measures itself. */
import { INTENTIONS } from '@escale/bots'
import { addNote, createRandom, NOTE_COLOURS, type Random } from '@escale/shared'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { markOf } from './marks.ts'

const FIRST_INSTANT = 1_790_000_000_000

/** Yjs ids are random 32-bit numbers; here the same ones each time. */
const clientOf = (writer: number): number => createRandom(`client ${writer}`).below(2 ** 32 - 1)

const textOf = (writer: number, seq: number): string =>
  INTENTIONS[(writer * 7 + seq) % INTENTIONS.length] ?? 'Une intention'

/** One writer, who puts notes on the wall: one update a note, each building on the one before. */
export class NotePen {
  readonly #doc = new Y.Doc()
  readonly #writer: number
  readonly #person: string
  #seq = 0
  #updates: Uint8Array[] = []

  constructor(writer: number, person: string) {
    this.#writer = writer
    this.#person = person
    this.#doc.clientID = clientOf(writer)
    this.#doc.on('update', (update: Uint8Array) => this.#updates.push(update))
  }

  get written(): number {
    return this.#seq
  }

  /** The next `count` notes. */
  write(count: number): Uint8Array[] {
    this.#updates = []
    for (const last = this.#seq + count; this.#seq < last; this.#seq++)
      addNote(this.#doc, {
        id: markOf(this.#writer, this.#seq),
        text: textOf(this.#writer, this.#seq),
        author: this.#person,
        colour: this.#writer % NOTE_COLOURS.length,
        zone: '',
        createdAt: FIRST_INSTANT + this.#seq * 1_000 + this.#writer,
      })
    return this.#updates
  }

  /** All that was written so far, as a single update. */
  whole(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc)
  }
}

/** One cursor, as awareness updates. */
export class CursorPen {
  readonly #writer: number
  readonly #random: Random
  #seq = 0

  constructor(writer: number) {
    this.#writer = writer
    this.#random = createRandom(`cursor ${writer}`)
  }

  get written(): number {
    return this.#seq
  }

  /** The next `count` moves. */
  write(count: number): Uint8Array[] {
    return Array.from({ length: count }, () => this.#move())
  }

  #move(): Uint8Array {
    const seq = this.#seq++
    const cursor = { x: this.#random.below(4_000), y: this.#random.below(4_000) }
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, clientOf(this.#writer))
    encoding.writeVarUint(encoder, seq + 1)
    encoding.writeVarString(encoder, JSON.stringify({ cursor, mark: markOf(this.#writer, seq) }))
    return encoding.toUint8Array(encoder)
  }
}

const BULK_NOTE_CHARS = 25_000

/** One writer who replaces one enormous note again and again: many bytes on the wire, few in the document. */
export class BulkPen {
  readonly #doc = new Y.Doc()
  readonly #writer: number
  readonly #person: string
  #seq = 0

  constructor(writer: number, person: string) {
    this.#writer = writer
    this.#person = person
    this.#doc.clientID = clientOf(writer)
  }

  get written(): number {
    return this.#seq
  }

  /** The next `count` versions of the note. */
  write(count: number): Uint8Array[] {
    const updates: Uint8Array[] = []
    const keep = (update: Uint8Array) => updates.push(update)
    this.#doc.on('update', keep)
    for (const last = this.#seq + count; this.#seq < last; this.#seq++)
      addNote(this.#doc, {
        id: `bulk-${this.#writer}`,
        text: markOf(this.#writer, this.#seq).padEnd(BULK_NOTE_CHARS, '.'),
        author: this.#person,
        colour: 0,
        zone: '',
        createdAt: FIRST_INSTANT,
      })
    this.#doc.off('update', keep)
    return updates
  }
}
