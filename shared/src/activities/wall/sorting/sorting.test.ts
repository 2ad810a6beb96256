import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { noteRuns } from '../../../harvest/stacks.ts'
import type { Outcome } from '../../../outcome.ts'
import type { Viewer } from '../../../people/person.ts'
import { isStacked, itemsByZone, notesOf, wallItems } from '../../../wall/items.ts'
import { addNote, readNotes, readWall, stackNotes } from '../../../wall/model.ts'
import type { NewNote } from '../../../wall/note.ts'
import { orderAt } from '../../../wall/order.ts'
import { wordKey } from '../../../words/alike.ts'
import type { EditMoment } from '../../kit/kind.ts'
import { PLAIN_WALL, type WallDefinition } from '../definition.ts'
import { SHARED_WALL, SHELF } from '../documents.ts'
import { WallEdit } from '../edits.ts'
import { harvestWall } from '../harvest.ts'
import { wall } from '../kind.ts'
import { ANN, BOB, FAC, people } from '../people.testkit.ts'
import { namesFor, writeOnWall } from '../write.ts'
import { mergedText, sameNotes } from './likeness.ts'

let documents: Map<string, Y.Doc>
beforeEach(() => {
  documents = new Map()
})
const documentOf = (name: string): Y.Doc => {
  const doc = documents.get(name) ?? new Y.Doc()
  documents.set(name, doc)
  return doc
}
const notesOn = (name = SHARED_WALL) => readNotes(documentOf(name))
const textsOn = (name = SHARED_WALL) => notesOn(name).map((note) => note.text)

const open = { phase: { id: 'open', ms: null }, index: 0, startsAt: 0, endsAt: null, into: 0, left: null }
function wallWith(settings: Partial<WallDefinition> = {}, revealed = false) {
  const definition = { ...PLAIN_WALL, ...settings }
  const setting = { definition, durationMs: 600_000, seed: 's', people }
  const state = { ...wall.initial(setting), revealed }
  return (actor: Viewer, edit: WallEdit): Outcome<null> => {
    const moment: EditMoment<WallDefinition> = {
      ...setting,
      elapsed: 0,
      location: open,
      actor,
      at: 1_790_000_000_123,
      sealOf: (secret) => Buffer.from(secret).toString('hex').padEnd(64, '0').slice(0, 64),
      stillMs: 0,
      memory: new Map(),
    }
    const asked = WallEdit.parse(edit)
    const names = namesFor(state, asked, moment)
    return writeOnWall(state, asked, moment, (name) => {
      if (!names.includes(name)) throw new Error(`${name} was not asked for`)
      return documentOf(name)
    })
  }
}
const has = (id: string, more: Partial<NewNote> = {}) =>
  addNote(documentOf(SHARED_WALL), { id, text: `texte ${id}`, author: 'ann', createdAt: 1, ...more })
const REFUSED = (refusal: string) => ({ ok: false, refusal })
const EVERYBODY = { edit: 'all', move: 'all', remove: 'all' } as const

describe('several notes at once', () => {
  test('[M41] each goes to a place of its own; what is gone is left out, all else about them stays', () => {
    for (const id of ['a', 'b']) has(id, { colour: 3, values: { d: 2 } })
    const before = notesOn()
    const edit: WallEdit = {
      type: 'reorder',
      notes: [
        { id: 'b', zone: 'z2', order: orderAt(0) },
        { id: 'gone', zone: 'z2' },
        { id: 'a', at: { timeline: { x: 0.4, y: 0.5 } } },
      ],
    }
    expect(wallWith()(FAC, edit).ok).toBe(true)
    const [b, a] = notesOn()
    expect(b).toEqual({ ...before[1], zone: 'z2', order: orderAt(0) })
    expect(a).toEqual({ ...before[0], at: { timeline: { x: 0.4, y: 0.5 } } })
  })

  test.each(['reorder', 'paint'] as const)(
    '[M41] %s: with one note that is not theirs nothing is done',
    (type) => {
      has('mine')
      has('theirs', { author: 'bob' })
      const before = notesOn()
      const wish = { zone: 'z', colour: 5 }
      const edit = (ids: readonly string[]): WallEdit => ({ type, notes: ids.map((id) => ({ id, ...wish })) })
      const ask = wallWith()
      expect(ask(ANN, edit(['mine', 'theirs']))).toEqual(REFUSED('not-allowed'))
      expect(notesOn()).toEqual(before)
      expect(ask(ANN, edit(['mine'])).ok).toBe(true)
      expect(ask(ANN, edit(['never']))).toEqual(REFUSED('stale'))
      expect(wallWith({ rights: EVERYBODY })(ANN, edit(['mine', 'theirs'])).ok).toBe(true)
      expect(notesOn().map((note) => (type === 'paint' ? note.colour : note.zone))).toEqual(
        type === 'paint' ? [5, 5] : ['z', 'z'],
      )
    },
  )

  test('[M41] a note without a name is moved with its secret', () => {
    const secret = 'a-secret-of-ann-s-device'
    const seal = Buffer.from(secret).toString('hex').padEnd(64, '0').slice(0, 64)
    has('n', { author: '', seal })
    const ask = wallWith({ identity: 'anonymous' })
    expect(ask(ANN, { type: 'reorder', notes: [{ id: 'n', zone: 'z' }] })).toEqual(REFUSED('not-allowed'))
    expect(ask(ANN, { type: 'reorder', notes: [{ id: 'n', zone: 'z', secret }] }).ok).toBe(true)
  })

  test('[M49] some notes leave a stack, and the last one takes it away', () => {
    for (const id of ['a', 'b', 'c']) has(id)
    stackNotes(documentOf(SHARED_WALL), { id: 's', title: 'Outils', notes: ['a', 'b', 'c'] })
    const ask = wallWith()
    expect(ask(ANN, { type: 'unstack', stack: 's', notes: ['a'] })).toEqual(REFUSED('not-allowed'))
    ask(FAC, { type: 'unstack', stack: 's', notes: ['a'] })
    expect(readWall(documentOf(SHARED_WALL)).stacks).toEqual([
      { id: 's', title: 'Outils', notes: ['b', 'c'] },
    ])
    ask(FAC, { type: 'unstack', stack: 's', notes: ['b', 'c'] })
    expect(readWall(documentOf(SHARED_WALL)).stacks).toEqual([])
    expect(documentOf(SHARED_WALL).getMap('stacks').size).toBe(0)
  })
})

describe('merging', () => {
  const merge: WallEdit = { type: 'merge', into: 'a', notes: ['a', 'b', 'c', 'gone'] }
  const three = () => {
    has('a', { text: 'Des outils libres' })
    has('b', { text: ' des  OUTILS librés ', author: 'bob', zone: 'z2' })
    has('c', { text: 'Du temps', picture: 'pic' })
  }

  test('[M42] the first keeps its words and gets those that say something else; the others lie on the shelf', () => {
    three()
    const others = notesOn().slice(1)
    expect(wallWith()(FAC, merge).ok).toBe(true)
    expect(notesOn()).toMatchObject([{ text: 'Des outils libres\nDu temps', author: 'ann', picture: 'pic' }])
    expect(notesOn(SHELF)).toEqual(others)
    // Sent twice over a bad network.
    expect(wallWith()(FAC, merge).ok).toBe(true)
    expect(textsOn()).toEqual(['Des outils libres\nDu temps'])
  })

  test('[M42] only whoever may edit, move and remove everybody’s notes merges', () => {
    three()
    for (const way of ['edit', 'move', 'remove'] as const)
      expect(wallWith({ rights: { ...EVERYBODY, [way]: 'own' } })(ANN, merge)).toEqual(REFUSED('not-allowed'))
    expect(wallWith({ rights: EVERYBODY, flow: 'private' })(ANN, merge)).toEqual(REFUSED('not-allowed'))
    expect(wallWith({ rights: EVERYBODY })(ANN, merge).ok).toBe(true)
  })

  test('[M42] what would be longer than a note may be is refused, and nothing has changed', () => {
    for (const id of ['a', 'b']) has(id, { text: id.repeat(300) })
    expect(wallWith()(FAC, { type: 'merge', into: 'a', notes: ['b'] })).toEqual(REFUSED('too-large'))
    expect([textsOn().length, textsOn(SHELF).length]).toEqual([2, 0])
  })

  test('[M43] taken back, the notes stand as they stood, and what was written since stays', () => {
    three()
    const before = notesOn()
    const ask = wallWith({ rights: EVERYBODY })
    ask(ANN, merge)
    const base = 'Des outils libres\nDu temps'
    ask(BOB, { type: 'edit', id: 'a', base, text: `Enfin : ${base}` })
    const back: WallEdit = { type: 'unmerge', into: 'a', notes: ['b', 'c'], base, text: 'Des outils libres' }
    expect(ask(BOB, back).ok).toBe(true)
    expect(ask(BOB, back).ok).toBe(true)
    expect(textsOn()).toEqual(['Enfin : Des outils libres', ...before.slice(1).map((note) => note.text)])
    expect(notesOn().slice(1)).toEqual(before.slice(1))
    expect(notesOn(SHELF)).toEqual([])
  })

  test('[M42] a note remembers which were made one with it, until they stand for themselves again', () => {
    three()
    has('d', { text: 'Du temps aussi' })
    const ask = wallWith()
    const mergedIn = (id: string) => notesOn().find((note) => note.id === id)?.merged
    ask(FAC, { type: 'merge', into: 'b', notes: ['c'] })
    ask(FAC, { type: 'merge', into: 'a', notes: ['b', 'd'] })
    expect(mergedIn('a')).toEqual(['b', 'c', 'd'])
    ask(FAC, { type: 'place', from: SHELF, notes: ['b'] })
    expect([mergedIn('a'), mergedIn('b')]).toEqual([['d'], ['c']])
    const text = notesOn().find((note) => note.id === 'a')?.text ?? ''
    ask(FAC, { type: 'unmerge', into: 'a', notes: ['d'], base: text, text })
    expect(mergedIn('a')).toBeUndefined()
  })

  test('[M43] nobody brings back this way what a facilitator put aside', () => {
    three()
    const ask = wallWith({ rights: EVERYBODY })
    const back: WallEdit = { type: 'unmerge', into: 'a', notes: ['b'], base: 'x', text: 'x' }
    ask(FAC, { type: 'shelve', from: SHARED_WALL, notes: ['b'] })
    expect(ask(ANN, back)).toEqual(REFUSED('stale'))
    // Made one, put back, and then put aside for what it says.
    ask(FAC, { type: 'place', from: SHELF, notes: ['b'] })
    ask(ANN, merge)
    ask(FAC, { type: 'place', from: SHELF, notes: ['b'] })
    ask(FAC, { type: 'shelve', from: SHARED_WALL, notes: ['b'] })
    expect(ask(ANN, back)).toEqual(REFUSED('stale'))
    expect(textsOn(SHELF)).toContain(' des  OUTILS librés ')
  })
})

describe('likeness', () => {
  test('[M42] capitals, accents, spaces and ligatures make no difference; words do', () => {
    expect(wordKey('  Œuvrer\nÀ  L’été ')).toBe(wordKey("oeuvrer a l'ete"))
    expect(wordKey('a b')).not.toBe(wordKey('ab'))
  })

  test('[M42] merging loses no words and repeats none', () => {
    const word = fc.constantFrom('un', 'Un', ' ÙN ', 'deux', 'Deux  fois', 'deux fois', '')
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (texts) => {
        const lines = mergedText(texts).split('\n').map(wordKey)
        const said = new Set(texts.map(wordKey).filter((text) => text !== ''))
        expect(lines.filter((line) => line !== '').toSorted()).toEqual([...said].toSorted())
        expect(mergedText(texts).startsWith(texts[0]?.trim() === '' ? '' : (texts[0] ?? ''))).toBe(true)
      }),
    )
  })

  test('notes that say the same are found, in their order', () => {
    has('a', { text: 'Été' })
    has('b', { text: 'hiver' })
    has('c', { text: 'ete ' })
    expect(sameNotes(notesOn()).map((group) => group.map((note) => note.id))).toEqual([['a', 'c']])
  })
})

describe('stacks', () => {
  test('[M19] every note is in exactly one item, and a stack stands where its first note stands', () => {
    const some = fc.array(
      fc.record({ zone: fc.constantFrom('', 'z1', 'z2', 'gone'), stack: fc.constantFrom('', 's1', 's2') }),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(some, (all) => {
        const doc = new Y.Doc()
        for (const [i, one] of all.entries()) addNote(doc, { id: `n${i}`, text: 'x', createdAt: i, ...one })
        for (const id of ['s1', 's2'])
          stackNotes(doc, {
            id,
            notes: readNotes(doc)
              .filter((n) => n.stack === id)
              .map((n) => n.id),
          })
        const content = readWall(doc)
        const zones = itemsByZone(content, [{ id: 'z1' }, { id: 'z2' }])
        const shown = zones.flatMap(({ items }) => items.flatMap(notesOf))
        expect(shown.map((note) => note.id).toSorted()).toEqual(content.notes.map((n) => n.id).toSorted())
        for (const { zone, items } of zones)
          for (const item of items.filter(isStacked)) {
            const first = item.notes[0]?.zone ?? ''
            expect(zone).toBe(first === 'gone' ? '' : first)
          }
        expect(wallItems(content.notes, content.stacks).filter(isStacked)).toHaveLength(content.stacks.length)
      }),
    )
  })

  test('[M44] the harvest tells stacks as titled groups, with notes that stand alone between them', () => {
    for (const id of ['a', 'b', 'c', 'd']) has(id, { createdAt: id.charCodeAt(0), zone: 'z' })
    const doc = documentOf(SHARED_WALL)
    stackNotes(doc, { id: 's', title: 'Outils', notes: ['b', 'd'] })
    const definition = { ...PLAIN_WALL, zones: [{ id: 'z', title: 'Ici' }] }
    const setting = { definition, durationMs: 1, seed: '', people }
    const [block] = harvestWall({
      ...setting,
      language: 'fr',
      elapsed: 0,
      location: open,
      state: wall.initial(setting),
      documentNames: [SHARED_WALL],
      document: documentOf,
    })
    const zone = block?.type === 'notes' ? block.zones[0] : undefined
    if (zone === undefined) throw new Error('no notes in the harvest')
    expect(noteRuns(zone).map(({ title, notes }) => [title, notes.map((note) => note.id)])).toEqual([
      [null, ['a']],
      ['Outils', ['b', 'd']],
      [null, ['c']],
    ])
  })
})
