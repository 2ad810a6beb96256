import { beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { locate } from '../../clock/phases.ts'
import { FINISH_ARRIVES_MS, FINISH_SENTENCE_MS } from '../../limits.ts'
import type { Outcome } from '../../outcome.ts'
import type { Viewer } from '../../people/person.ts'
import { placeNotes } from '../../wall/board.ts'
import { readNotes } from '../../wall/model.ts'
import type { EditMoment } from '../kit/kind.ts'
import { PLAIN_WALL, type WallDefinition } from './definition.ts'
import { INBOX, privatePage, readTally, SHARED_WALL, SHELF, TALLY, VEILED } from './documents.ts'
import { WallEdit } from './edits.ts'
import { wall } from './kind.ts'
import { ANN, BOB, FAC, people } from './people.testkit.ts'
import { closedFor, type WallState } from './state.ts'
import { namesFor, writeOnWall } from './write.ts'

const AT = 1_790_000_000_123
const SECRET = 'a-secret-of-ann-s-device'

let documents: Map<string, Y.Doc>
let memory: Map<string, number>
let elapsed = 0
let stillMs = 0
beforeEach(() => {
  stillMs = 0
  documents = new Map()
  memory = new Map()
  elapsed = 0
})

const documentOf = (name: string): Y.Doc => {
  const doc = documents.get(name) ?? new Y.Doc()
  documents.set(name, doc)
  return doc
}
const textsOn = (name: string) => readNotes(documentOf(name)).map((note) => note.text)

/** A wall with these settings, and how somebody asks it for something. */
function wallWith(settings: Partial<WallDefinition> = {}, more: Partial<WallState> = {}) {
  const definition = { ...PLAIN_WALL, ...settings }
  const setting = { definition, durationMs: 600_000, seed: 's', people }
  const state = { ...wall.initial(setting), ...more }
  return (actor: Viewer, edit: WallEdit): Outcome<null> => {
    const phases = wall.phases(state, setting)
    const writing = phases[0]
    const isWriting = writing?.id === 'writing' && elapsed < (writing.ms ?? 0)
    const phase = isWriting ? writing : (phases.at(-1) as (typeof phases)[number])
    const moment: EditMoment<WallDefinition> = {
      ...setting,
      elapsed,
      location: { index: 0, phase, startsAt: 0, endsAt: null, into: elapsed, left: null },
      actor,
      at: AT,
      stillMs,
      sealOf: (secret) =>
        [...secret]
          .map((c) => c.charCodeAt(0).toString(16))
          .join('')
          .padEnd(64, '0')
          .slice(0, 64),
      memory,
    }
    const asked = WallEdit.parse(edit)
    const names = namesFor(state, asked, moment)
    return writeOnWall(state, asked, moment, (name) => {
      if (!names.includes(name)) throw new Error(`${name} was not asked for`)
      return documentOf(name)
    })
  }
}

const put = (id: string, more: Partial<Extract<WallEdit, { type: 'put' }>> = {}): WallEdit => ({
  type: 'put',
  note: { id, text: `texte ${id}`, colour: 2, zone: '' },
  ...more,
})
const REFUSED = (refusal: string) => ({ ok: false, refusal })

describe('a new note', () => {
  test('[M14] is signed by the server, dated by the server, and twice the same wish is one note', () => {
    const ask = wallWith()
    expect(ask(ANN, put('a')).ok).toBe(true)
    expect(ask(ANN, put('a')).ok).toBe(true)
    expect(readNotes(documentOf(SHARED_WALL))).toMatchObject([
      { id: 'a', author: 'ann', createdAt: AT, seal: '' },
    ])
    expect(ask(BOB, put('a'))).toEqual(REFUSED('already'))
  })

  test('[M15] goes where the flow says: on the wall, to the inbox, on a private page, under a veil', () => {
    wallWith({ flow: 'inbox' })(ANN, put('inboxed'))
    wallWith({ flow: 'private' })(ANN, put('private'))
    wallWith({ flow: 'private', identity: 'anonymous' })(ANN, put('veiled', { secret: SECRET }))
    wallWith({ flow: 'private' }, { revealed: true })(ANN, put('late'))
    wallWith({ flow: 'inbox' })(FAC, put('by-facilitator'))
    expect([INBOX, privatePage('ann'), VEILED, SHARED_WALL].map(textsOn)).toEqual([
      ['texte inboxed'],
      ['texte private'],
      ['texte veiled'],
      ['texte by-facilitator', 'texte late'],
    ])
    expect(readTally(documentOf(TALLY))).toEqual({ notes: 2, people: null })
  })

  test('[M10] without a name nothing in it tells whose it is, nor when to the second', () => {
    const ask = wallWith({ identity: 'anonymous' })
    ask(ANN, put('a', { secret: SECRET }))
    ask(BOB, put('b', { secret: 'another-secret-altogether' }))
    const stored = [...documents.values()].map((doc) =>
      Buffer.from(Y.encodeStateAsUpdate(doc)).toString('latin1'),
    )
    expect(stored.join()).not.toMatch(/ann|bob|a-secret/)
    expect(readNotes(documentOf(SHARED_WALL)).map((n) => n.createdAt % 60_000)).toEqual([0, 0])
  })

  test('[M16] under a pseudonym the notes of one person bear one name, and another’s another', () => {
    const ask = wallWith({ identity: 'pseudonym' })
    for (const id of ['a1', 'a2']) ask(ANN, put(id))
    ask(BOB, put('b1'))
    const [a1, a2, b1] = readNotes(documentOf(SHARED_WALL)).map((note) => note.author)
    expect(a1).toBe(a2)
    expect(new Set([a1, b1, 'ann', 'bob', '']).size).toBe(5)
    expect(ask(ANN, { type: 'remove', id: 'a1' }).ok).toBe(true)
    expect(ask(ANN, { type: 'edit', id: 'b1', text: 'x' })).toEqual(REFUSED('not-allowed'))
  })

  test('[M17] is refused beyond the limit, empty, too long, on a locked wall and after the time', () => {
    for (const identity of ['named', 'anonymous'] as const) {
      const ask = wallWith({ maxNotesPerPerson: 2, identity })
      const answers = ['1', '2', '3'].map((n) => ask(ANN, put(`${identity}-${n}`, { secret: SECRET + n })).ok)
      expect(answers).toEqual([true, true, false])
      // Taken off, it may be written anew; others have limits of their own, facilitators none.
      ask(ANN, { type: 'remove', id: `${identity}-1`, secret: `${SECRET}1` })
      expect(ask(ANN, put(`${identity}-4`, { secret: `${SECRET}4` })).ok).toBe(true)
      expect(ask(ANN, put(`${identity}-5`, { secret: `${SECRET}5` }))).toEqual(REFUSED('too-many'))
      expect(ask(BOB, put(`${identity}-6`, { secret: `${SECRET}6` })).ok).toBe(true)
    }
    const note = { id: 'n', text: '  \n', colour: 0, zone: '' }
    expect(wallWith()(ANN, { type: 'put', note })).toEqual(REFUSED('invalid'))
    expect(wallWith()(ANN, { type: 'put', note: { ...note, text: 'x'.repeat(501) } })).toEqual(
      REFUSED('too-large'),
    )
    const locked = wallWith({}, { locked: true })
    expect(locked(ANN, put('x'))).toEqual(REFUSED('closed'))
    expect(locked(ANN, { type: 'remove', id: 'named-2' })).toEqual(REFUSED('closed'))
    expect(locked(FAC, put('x')).ok).toBe(true)
    const timed = wallWith({ writingMs: 60_000 })
    elapsed = 59_999
    expect(timed(ANN, put('in-time')).ok).toBe(true)
    elapsed = 60_000
    expect(timed(ANN, put('late'))).toEqual(REFUSED('closed'))
  })

  test('a facilitator may write for somebody without a device; nobody else may', () => {
    const ask = wallWith()
    expect(ask(FAC, put('a', { person: 'bob' })).ok).toBe(true)
    expect(ask(ANN, put('b', { person: 'bob' }))).toEqual(REFUSED('not-allowed'))
    expect(ask(FAC, put('c', { person: 'nobody' }))).toEqual(REFUSED('not-allowed'))
    expect(readNotes(documentOf(SHARED_WALL)).map((n) => n.author)).toEqual(['bob'])
  })
})

describe('changing notes', () => {
  const WAYS = {
    edit: { type: 'edit', id: 'b', text: 'autre' },
    move: { type: 'move', id: 'b', zone: 'z2', at: { canvas: { x: 5, y: 6 } } },
    remove: { type: 'remove', id: 'b' },
  } as const satisfies Record<string, WallEdit>

  test.each(['edit', 'move', 'remove'] as const)('[M18] %s: own, all or none, each as it is set', (way) => {
    for (const reach of ['own', 'all', 'none'] as const) {
      documents.clear()
      const ask = wallWith({ rights: { ...PLAIN_WALL.rights, [way]: reach } })
      ask(BOB, put('b'))
      expect(ask(ANN, WAYS[way]).ok).toBe(reach === 'all')
      if (reach === 'all') continue
      expect(ask(BOB, WAYS[way]).ok).toBe(reach === 'own')
      if (reach === 'own') continue
      expect(ask(FAC, WAYS[way]).ok).toBe(true)
    }
  })

  test('a note without a name is changed by who has its secret only', () => {
    const ask = wallWith({ identity: 'anonymous' })
    ask(ANN, put('a', { secret: SECRET }))
    const edit: WallEdit = { type: 'edit', id: 'a', text: 'corrigé' }
    expect(ask(ANN, edit)).toEqual(REFUSED('not-allowed'))
    expect(ask(BOB, { ...edit, secret: 'some-other-secret-here' })).toEqual(REFUSED('not-allowed'))
    expect(ask(ANN, { ...edit, secret: SECRET }).ok).toBe(true)
    expect(textsOn(SHARED_WALL)).toEqual(['corrigé'])
  })

  test('[M2] two who correct one note at the same time both keep what they wrote', () => {
    const ask = wallWith({ rights: { edit: 'all', move: 'all', remove: 'all' } })
    ask(ANN, { type: 'put', note: { id: 'n', text: 'des outils libres', colour: 0, zone: '' } })
    const base = 'des outils libres'
    ask(BOB, { type: 'edit', id: 'n', base, text: 'Avoir des outils libres' })
    ask(ANN, { type: 'edit', id: 'n', base, text: 'des outils libres et gratuits' })
    expect(textsOn(SHARED_WALL)).toEqual(['Avoir des outils libres et gratuits'])
  })

  test('what is gone is gone: removing it again is done, editing it is stale', () => {
    const ask = wallWith()
    expect(ask(ANN, { type: 'remove', id: 'never' }).ok).toBe(true)
    expect(ask(ANN, { type: 'edit', id: 'never', text: 'x' })).toEqual(REFUSED('stale'))
  })
})

describe('[M21] places on a board', () => {
  const placesOf = () =>
    new Map(readNotes(documentOf(SHARED_WALL)).map((one) => [one.id, one.at.canvas] as const))

  test('on a canvas a new note has a place of its own at once, or the one its writer chose', () => {
    const ask = wallWith({ layout: 'canvas' })
    ask(ANN, put('a'))
    ask(BOB, put('b'))
    ask(BOB, {
      type: 'put',
      note: { id: 'c', text: 'c', colour: 0, zone: '', at: { canvas: { x: -9, y: 7 } } },
    })
    const places = placesOf()
    expect(places.get('c')).toEqual({ x: -9, y: 7 })
    expect(places.get('a')).toBeDefined()
    expect(places.get('a')).not.toEqual(places.get('b'))
  })

  test('once somebody puts a note elsewhere the others keep where they stood', () => {
    const columns = wallWith()
    for (const id of ['a', 'b', 'c']) columns(ANN, put(id))
    expect([...placesOf().values()]).toEqual([undefined, undefined, undefined])
    const ask = wallWith({ layout: 'canvas' })
    const stood = placeNotes(readNotes(documentOf(SHARED_WALL)), 'canvas', [])
    ask(ANN, { type: 'move', id: 'a', at: { canvas: { x: 5_000, y: 0 } } })
    expect(placesOf().get('a')).toEqual({ x: 5_000, y: 0 })
    for (const id of ['b', 'c']) expect(placesOf().get(id)).toEqual(stood.get(id))
  })

  test('many at once, by whoever may move all of them; what is gone is left out', () => {
    const places = [
      { id: 'a', x: 0.1, y: 0.2 },
      { id: 'gone', x: 0.5, y: 0.5 },
      { id: 'b', x: 7, y: -7 },
    ]
    const arrange: WallEdit = { type: 'arrange', layout: 'matrix', places }
    const ask = wallWith({ layout: 'matrix' })
    for (const id of ['a', 'b']) ask(ANN, put(id))
    expect(ask(ANN, arrange)).toEqual(REFUSED('not-allowed'))
    expect(ask(FAC, arrange).ok).toBe(true)
    expect(readNotes(documentOf(SHARED_WALL)).map((one) => one.at.matrix)).toEqual([
      { x: 0.1, y: 0.2 },
      { x: 1, y: 0 },
    ])
    const all = wallWith({ layout: 'matrix', rights: { ...PLAIN_WALL.rights, move: 'all' } })
    expect(all(ANN, arrange).ok).toBe(true)
    expect(
      wallWith({ rights: { ...PLAIN_WALL.rights, move: 'all' }, flow: 'private' })(ANN, arrange),
    ).toEqual(REFUSED('not-allowed'))
  })
})

describe('what facilitators do', () => {
  test('[M15] notes are placed from the inbox, taken out of sight and brought back, as they were', () => {
    const ask = wallWith({ flow: 'inbox' })
    ask(ANN, put('a'))
    for (const edit of [
      { type: 'place', from: INBOX, notes: ['a'], zone: 'z1' },
      { type: 'shelve', from: SHARED_WALL, notes: ['a'] },
    ] satisfies WallEdit[])
      expect(ask(ANN, edit)).toEqual(REFUSED('not-allowed'))
    expect(ask(FAC, { type: 'place', from: INBOX, notes: ['a', 'gone'], zone: 'z1' }).ok).toBe(true)
    const [placed] = readNotes(documentOf(SHARED_WALL))
    expect(placed).toMatchObject({ text: 'texte a', author: 'ann', zone: 'z1' })
    expect(textsOn(INBOX)).toEqual([])
    ask(FAC, { type: 'shelve', from: SHARED_WALL, notes: ['a'] })
    expect([textsOn(SHARED_WALL), textsOn(SHELF)]).toEqual([[], ['texte a']])
    expect(ask(ANN, { type: 'edit', id: 'a', text: 'x' })).toEqual(REFUSED('stale'))
    ask(FAC, { type: 'place', from: SHELF, notes: ['a'] })
    expect(readNotes(documentOf(SHARED_WALL))).toEqual([placed])
  })

  test('[M10] what was signed is placed without its author once the wall is anonymous', () => {
    wallWith({ flow: 'inbox' })(ANN, put('a'))
    wallWith({ flow: 'inbox', identity: 'anonymous' })(FAC, { type: 'place', from: INBOX, notes: ['a'] })
    expect(readNotes(documentOf(SHARED_WALL)).map((note) => note.author)).toEqual([''])
  })

  test('[M19] stacks: made, named, taken apart; participants only where they may move all notes', () => {
    const ask = wallWith()
    for (const id of ['a', 'b']) ask(ANN, put(id))
    const stack: WallEdit = { type: 'stack', stack: 's1', title: 'Outils', notes: ['a', 'b', 'gone'] }
    expect(ask(ANN, stack)).toEqual(REFUSED('not-allowed'))
    expect(ask(FAC, stack).ok).toBe(true)
    expect(readNotes(documentOf(SHARED_WALL)).map((n) => n.stack)).toEqual(['s1', 's1'])
    ask(FAC, { type: 'unstack', stack: 's1' })
    expect(readNotes(documentOf(SHARED_WALL)).map((n) => n.stack)).toEqual(['', ''])
    expect(wallWith({ rights: { ...PLAIN_WALL.rights, move: 'all' } })(ANN, stack).ok).toBe(true)
  })
})

test('[M63] notes get the values that the wall measures, nothing else, and only from whoever may correct them', () => {
  const dimensions: WallDefinition['dimensions'] = [{ type: 'scale', id: 'e', label: 'Effort', max: 5 }]
  const ask = wallWith({ dimensions })
  const valuesOf = (id: string) => readNotes(documentOf(SHARED_WALL)).find((note) => note.id === id)?.values
  expect(ask(ANN, put('a', { note: { id: 'a', text: 'a', colour: 0, zone: '', values: { e: 2 } } })).ok).toBe(
    true,
  )
  const wrong = put('b', { note: { id: 'b', text: 'b', colour: 0, zone: '', values: { e: 9 } } })
  expect(ask(ANN, wrong)).toEqual(REFUSED('invalid'))
  expect(ask(BOB, { type: 'edit', id: 'a', values: { e: 5 } })).toEqual(REFUSED('not-allowed'))
  expect(ask(ANN, { type: 'edit', id: 'a', values: { x: 1 } })).toEqual(REFUSED('invalid'))
  expect(valuesOf('a')).toEqual({ e: 2 })
  expect(ask(ANN, { type: 'edit', id: 'a', text: 'mieux' }).ok).toBe(true)
  expect(valuesOf('a')).toEqual({ e: 2 })
  expect(ask(FAC, { type: 'edit', id: 'a', values: { e: null } }).ok).toBe(true)
  expect(valuesOf('a')).toEqual({})
})

describe('[M17] what was being written when the wall closed', () => {
  const begun = (id: string) => put(id, { begun: true })
  const LATE = FINISH_SENTENCE_MS + FINISH_ARRIVES_MS

  test('is taken for a moment after the lock, and nothing else is', () => {
    const locked = wallWith({}, { locked: true, lockedAt: 1_000 })
    elapsed = 1_000 + LATE - 1
    expect(locked(ANN, begun('a')).ok).toBe(true)
    expect(locked(ANN, put('b'))).toEqual(REFUSED('closed'))
    expect(locked(ANN, { type: 'remove', id: 'a' })).toEqual(REFUSED('closed'))
    expect(locked(ANN, { type: 'edit', id: 'a', text: 'autre' })).toEqual(REFUSED('closed'))
    expect(locked(ANN, { type: 'edit', id: 'a', text: 'fini', begun: true }).ok).toBe(true)
    expect(textsOn(SHARED_WALL)).toEqual(['fini'])
    elapsed = 1_000 + LATE
    expect(locked(ANN, begun('c'))).toEqual(REFUSED('closed'))
  })

  test('is not taken on a wall that was locked who knows when, and time that stands still counts', () => {
    expect(wallWith({}, { locked: true })(ANN, begun('a'))).toEqual(REFUSED('closed'))
    const locked = wallWith({}, { locked: true, lockedAt: 0 })
    stillMs = LATE - 1
    expect(locked(ANN, begun('a')).ok).toBe(true)
    stillMs = LATE
    expect(locked(ANN, begun('b'))).toEqual(REFUSED('closed'))
  })

  test('is taken for a moment after the time for writing, on the second', () => {
    const setting = {
      definition: { ...PLAIN_WALL, writingMs: 60_000 },
      durationMs: 600_000,
      seed: 's',
      people,
    }
    const state = wall.initial(setting)
    const phases = wall.phases(state, setting)
    const forMs = (at: number) => closedFor(state, { ...setting, elapsed: at, location: locate(phases, at) })
    expect([59_999, 60_000, 60_001, 599_999].map(forMs)).toEqual([0, 0, 1, 539_999])
    expect(forMs(600_000)).toBe(Number.POSITIVE_INFINITY)
    const short = { ...setting, durationMs: 60_000 }
    const at = 60_007
    expect(closedFor(state, { ...short, elapsed: at, location: locate(wall.phases(state, short), at) })).toBe(
      7,
    )
    expect(
      closedFor(
        { ...state, locked: true, lockedAt: 10 },
        { ...setting, elapsed: 50, location: locate(phases, 50) },
      ),
    ).toBe(40)
  })
})
