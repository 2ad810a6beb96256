import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createRandom, type Random } from '../chance/random.ts'
import { NOTE_MAX_CHARS } from '../limits.ts'
import { addNote, changeNote, notesByZone, readWall, removeNote } from './model.ts'
import { orderAt } from './order.ts'

const note = (id: string, more: Partial<Parameters<typeof addNote>[1]> = {}) => ({
  id,
  text: `texte ${id}`,
  author: 'p1',
  colour: 3,
  zone: 'z1',
  createdAt: 1_000,
  ...more,
})
const only = (doc: Y.Doc) => {
  const [first] = readWall(doc).notes
  if (first === undefined) throw new Error('no note')
  return first
}

describe('writing', () => {
  test('[M1] line breaks and the spelling of the author are kept; what could garble the neighbours is not', () => {
    const doc = new Y.Doc()
    addNote(doc, note('a', { text: 'pkus  vulnérables\r\nds nos orga \u202Eevil\u0007' }))
    expect(only(doc).text).toBe('pkus  vulnérables\nds nos orga evil ')
  })

  test('[M2] two people who correct one note apart both keep what they wrote', () => {
    const [ann, bob] = [new Y.Doc(), new Y.Doc()]
    addNote(ann, note('a', { text: 'des outils libres' }))
    Y.applyUpdate(bob, Y.encodeStateAsUpdate(ann))
    changeNote(ann, 'a', { text: 'Avoir des outils libres' })
    changeNote(bob, 'a', { text: 'des outils libres et gratuits', colour: 5 })
    Y.applyUpdate(ann, Y.encodeStateAsUpdate(bob))
    Y.applyUpdate(bob, Y.encodeStateAsUpdate(ann))
    expect(only(ann)).toEqual(only(bob))
    expect(only(ann)).toMatchObject({ text: 'Avoir des outils libres et gratuits', colour: 5 })
  })

  test('any text becomes any other, emoji whole', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).map((s) => `x${s}`)
    fc.assert(
      fc.property(text, text, (before, after) => {
        const doc = new Y.Doc()
        addNote(doc, note('a', { text: before }))
        const cleaned = new Y.Doc()
        addNote(cleaned, note('a', { text: after }))
        changeNote(doc, 'a', { text: after })
        expect(only(doc).text).toBe(only(cleaned).text)
      }),
    )
  })

  test('[M3] a removed note comes back as it was', () => {
    const doc = new Y.Doc()
    addNote(doc, note('a'))
    const before = only(doc)
    const held = removeNote(doc, 'a')
    expect(readWall(doc).notes).toEqual([])
    expect(changeNote(doc, 'a', { colour: 1 })).toBe(false)
    if (held) addNote(doc, held)
    expect(only(doc)).toEqual(before)
  })
})

describe('reading what anybody may have written', () => {
  const rubbish = fc.oneof(
    fc.anything({ maxDepth: 2 }).filter((v) => typeof v !== 'bigint' && typeof v !== 'symbol'),
    fc.constantFrom(Number.NaN, -1, 1e300, '', '__proto__', 'x'.repeat(5_000)),
  )
  /** Yjs itself refuses some values. */
  const put = (map: Y.Map<unknown>, key: string, value: unknown) => {
    try {
      map.set(key, value)
    } catch {
      map.set(key, null)
    }
  }

  test('[M4] never throws, and everything that comes out is bounded', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.oneof(fc.uuid(), fc.string()), fc.dictionary(fc.string(), rubbish), rubbish)),
        (entries) => {
          const doc = new Y.Doc()
          for (const [id, fields, instead] of entries) {
            const map = new Y.Map<unknown>()
            put(map, 'text', 'écrit')
            for (const field of ['text', 'author', 'colour', 'zone', 'order', 'createdAt'])
              if (field in fields) put(map, field, fields[field])
            for (const [key, value] of Object.entries(fields)) put(map, key, value)
            put(doc.getMap('notes'), id, id.length % 3 === 0 ? instead : map)
          }
          for (const one of readWall(doc).notes) {
            expect(one.text.trim()).not.toBe('')
            expect(one.text.length).toBeLessThanOrEqual(2 * NOTE_MAX_CHARS)
            expect(one.colour).toBeGreaterThanOrEqual(0)
            expect(one.colour).toBeLessThan(8)
            expect(one.zone + one.author).toMatch(/^[\w-]*$/)
            expect(Number.isFinite(one.createdAt)).toBe(true)
          }
        },
      ),
    )
  })

  test('a text with pictures, formats and half an emoji in it is read as its words', () => {
    const doc = new Y.Doc()
    addNote(doc, note('a', { text: 'bonjour' }))
    const text = (doc.getMap('notes').get('a') as Y.Map<Y.Text>).get('text')
    text?.insertEmbed(3, { image: 'https://elsewhere.example/x.png' })
    text?.format(0, 2, { bold: true })
    expect(only(doc).text).toBe('bonjour')
    addNote(doc, note('a', { text: `${'x'.repeat(2 * NOTE_MAX_CHARS - 1)}🙂🙂` }))
    expect(only(doc).text).toBe('x'.repeat(2 * NOTE_MAX_CHARS - 1))
  })

  test('a document whose `notes` is something else is an empty wall', () => {
    const doc = new Y.Doc()
    doc.getText('notes').insert(0, 'x')
    expect(readWall(doc).notes).toEqual([])
  })
})

test('[M5] every note is in exactly one place, also when its zone is gone', () => {
  const doc = new Y.Doc()
  for (const [id, zone] of Object.entries({ a: 'z1', b: 'gone', c: '', d: 'z2' }))
    addNote(doc, note(id, { zone }))
  const { notes } = readWall(doc)
  const groups = notesByZone(notes, [{ id: 'z2' }, { id: 'z1' }, { id: 'z3' }])
  expect(groups.map((g) => [g.zone, g.notes.map((n) => n.id)])).toEqual([
    ['', ['b', 'c']],
    ['z2', ['d']],
    ['z1', ['a']],
    ['z3', []],
  ])
  expect(notesByZone(notes, []).flatMap((g) => g.notes)).toEqual(notes)
})

/** One peer of the storm: a document, and updates that have not arrived yet. */
interface Peer {
  readonly doc: Y.Doc
  readonly inbox: Uint8Array[]
  online: boolean
}

function step(peer: Peer, random: Random, n: number): void {
  const { notes } = readWall(peer.doc)
  const some = notes[random.below(Math.max(1, notes.length))]
  const what = random.below(10)
  if (some === undefined || what < 4)
    addNote(peer.doc, note(`n${n}`, { zone: `z${random.below(4)}`, createdAt: n }))
  else if (what < 6) changeNote(peer.doc, some.id, { text: `${some.text.slice(random.below(4))} ${n}` })
  else if (what < 8) changeNote(peer.doc, some.id, { zone: `z${random.below(4)}`, colour: random.below(8) })
  else if (what === 8) removeNote(peer.doc, some.id)
  else changeNote(peer.doc, some.id, { order: orderAt(random.below(10_000)) })
}

function storm(seed: string, deliver = true): Peer[] {
  const random = createRandom(seed)
  const peers: Peer[] = Array.from({ length: 5 }, () => ({ doc: new Y.Doc(), inbox: [], online: true }))
  for (const peer of peers)
    peer.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'net') for (const other of peers) if (other !== peer) other.inbox.push(update)
    })
  const drain = (peer: Peer) => {
    for (const update of peer.inbox.splice(0)) Y.applyUpdate(peer.doc, update, 'net')
  }
  for (let n = 0; n < 300; n++) {
    const peer = peers[random.below(5)] as Peer
    if (random.below(20) === 0) peer.online = !peer.online
    step(peer, random, n)
    for (const other of peers) if (other.online && random.below(3) === 0) drain(other)
  }
  if (deliver) for (const peer of peers) drain(peer)
  return peers
}

const isOneWall = (peers: readonly Peer[]): boolean =>
  new Set(peers.map((peer) => JSON.stringify(readWall(peer.doc)))).size === 1

describe('five peers, random operations, cuts', () => {
  const seeds = process.env['WALL_SEED']?.split(',') ?? Array.from({ length: 12 }, (_, i) => `storm-${i}`)
  test.each(seeds)('[M6] all end with the same wall and no note is orphaned (seed %s)', (seed) => {
    const peers = storm(seed)
    expect(isOneWall(peers)).toBe(true)
    const { notes } = readWall((peers[0] as Peer).doc)
    expect(notes.length).toBeGreaterThan(20)
    const zones = [{ id: 'z0' }, { id: 'z1' }]
    const placed = notesByZone(notes, zones).flatMap((g) => g.notes.map((n) => n.id))
    expect(placed.toSorted()).toEqual(notes.map((n) => n.id).toSorted())
  })

  test('a planted fault (updates that never arrive) is caught by the same check', () => {
    expect(isOneWall(storm('storm-0', false))).toBe(false)
  })
})
