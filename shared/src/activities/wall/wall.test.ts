import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { HarvestBlock } from '../../harvest/blocks.ts'
import type { Viewer } from '../../people/person.ts'
import { addNote, readWall, removeNote } from '../../wall/model.ts'
import type { ActionMoment, Moment } from '../kit/kind.ts'
import type { WallDefinition } from './definition.ts'
import {
  countReleased,
  INBOX,
  lastInTurn,
  privatePage,
  putStarters,
  release,
  releaseInTurn,
  SHARED_WALL,
  SHELF,
  TALLY,
  VEILED,
} from './documents.ts'
import { wall } from './kind.ts'
import { ANN, BOB, FAC, people, somebody } from './people.testkit.ts'
import type { WallAction, WallState } from './state.ts'

const SCREEN: Viewer = { id: null, role: 'screen' }

const moment = (definition: Partial<WallDefinition>): Moment<WallDefinition> => ({
  definition: { ...wall.defaults.definition, ...definition },
  durationMs: 60_000,
  seed: 's',
  people,
  elapsed: 0,
  location: {
    index: 0,
    phase: { id: 'planned', ms: 60_000 },
    startsAt: 0,
    endsAt: 60_000,
    into: 0,
    left: 60_000,
  },
})
const after = (m: Moment<WallDefinition>, ...actions: readonly [Viewer, WallAction][]): WallState =>
  actions.reduce((state, [actor, action]) => {
    const done = wall.reduce(state, action, { ...m, actor } satisfies ActionMoment<WallDefinition>)
    return done.ok ? done.value.state : state
  }, wall.initial(m))
const rights = (m: Moment<WallDefinition>, state: WallState, name: string) =>
  [FAC, ANN, BOB, SCREEN].map((viewer) => wall.access?.(state, name, viewer, m))

test('[K26] [M72] who is at a named wall is told by name, in a crowd without; of a wall without names nothing is', () => {
  const told = (m: Moment<WallDefinition>, name = SHARED_WALL) => wall.presence?.(after(m), name, m)
  const crowd = Array.from({ length: 41 }, (_, i) => somebody(`p${i}`, 'participant', i + 1))
  expect(told(moment({}))).toBe('named')
  expect(told({ ...moment({}), people: crowd })).toBe('unnamed')
  expect(told(moment({}), privatePage('ann'))).toBe('none')
  for (const identity of ['anonymous', 'pseudonym'] as const) expect(told(moment({ identity }))).toBe('none')
  expect(wall.company?.(after(moment({})), { ...moment({}), people: crowd })).toMatchObject({ named: false })
})

test('[K28] [M75] cursors are shown on a board whose people may be seen, unless a facilitator switches them off', () => {
  const cursors = (m: Moment<WallDefinition>, ...actions: readonly [Viewer, WallAction][]) => {
    const state = after(m, ...actions)
    return [wall.company?.(state, m).cursors, wall.view(state, 'all', m).cursors]
  }
  const off: WallAction = { type: 'cursors', shown: false }
  expect(cursors(moment({ layout: 'canvas' }))).toEqual([true, true])
  expect(cursors(moment({ layout: 'canvas' }), [FAC, off])).toEqual([false, false])
  expect(cursors(moment({ layout: 'canvas' }), [ANN, off])).toEqual([true, true])
  expect(cursors(moment({}))).toEqual([false, null])
  for (const identity of ['anonymous', 'pseudonym'] as const)
    expect(cursors(moment({ layout: 'canvas', identity }))).toEqual([false, null])
  expect(cursors(moment({ layout: 'canvas', flow: 'private' }))).toEqual([false, true])
})

describe('who may read and write what', () => {
  test('[M8] a wall: everybody reads, facilitators write themselves; a name that is no document’s is nobody’s', () => {
    const m = moment({})
    expect(rights(m, after(m), SHARED_WALL)).toEqual(['write', 'read', 'read', 'read'])
    expect(after(m, [ANN, { type: 'lock' }])).toEqual(after(m))
    for (const name of ['anything', privatePage(''), VEILED])
      expect(rights(m, after(m), name)).toEqual(['none', 'none', 'none', 'none'])
    for (const name of [INBOX, SHELF])
      expect(rights(m, after(m), name)).toEqual(['write', 'none', 'none', 'none'])
    expect(rights(m, after(m), TALLY)).toEqual(['read', 'none', 'none', 'read'])
  })

  test('[M9] hidden: nobody reads the wall, and a page is its author’s', () => {
    const m = moment({ flow: 'private' })
    expect(rights(m, after(m), SHARED_WALL)).toEqual(['write', 'none', 'none', 'none'])
    expect(rights(m, after(m), privatePage('ann'))).toEqual(['read', 'read', 'none', 'none'])
    const shown = after(m, [FAC, { type: 'reveal' }])
    expect(rights(m, shown, SHARED_WALL)).toEqual(['write', 'read', 'read', 'read'])
    for (const identity of ['anonymous', 'pseudonym'] as const) {
      const unnamed = moment({ flow: 'private', identity })
      expect(rights(unnamed, after(unnamed), privatePage('ann'))).toEqual(['none', 'read', 'none', 'none'])
    }
  })

  test('settings that change while people write count at once, and undo brings back what was', () => {
    const m = moment({})
    const set: WallAction = { type: 'set', settings: { flow: 'private', identity: 'anonymous' } }
    const done = wall.reduce(after(m), set, { ...m, actor: FAC })
    if (!done.ok || !done.value.inverse) throw new Error('refused')
    expect(rights(m, done.value.state, SHARED_WALL)).toEqual(['write', 'none', 'none', 'none'])
    expect(wall.view(done.value.state, 'all', m)).toMatchObject({ identity: 'anonymous', hidden: true })
    const back = after(m, [FAC, set], [FAC, done.value.inverse])
    expect(wall.view(back, 'all', m)).toEqual(wall.view(after(m), 'all', m))
  })
})

test('[M10] what was signed before a wall named nobody any more is shown to nobody, whatever else names people there', () => {
  const m = moment({ flow: 'private' })
  const doc = new Y.Doc()
  addNote(doc, { id: 'a', text: 'a', author: 'ann', colour: 1, zone: '', createdAt: 1 })
  const settings = { dots: 3, several: true, live: true, secret: false, own: true, zones: [], notes: null }
  for (const identity of ['anonymous', 'pseudonym'] as const) {
    const state = after(
      m,
      [FAC, { type: 'reveal' }],
      [FAC, { type: 'set', settings: { identity } }],
      [FAC, { type: 'vote-start', round: 'round001', settings, ms: null }],
    )
    // The vote tells who voted: their names are sent along.
    expect(wall.view(state, 'all', m).people).toContain('ann')
    const source = { ...m, state, language: 'fr' as const, documentNames: [SHARED_WALL] }
    expect(JSON.stringify(wall.harvest({ ...source, document: () => doc }))).not.toContain('ann')
    expect(wall.view(state, 'all', m)).toMatchObject({ identity, withoutDevice: [] })
    expect(wall.presence?.(state, SHARED_WALL, m)).toBe('none')
    expect(wall.company?.(state, m)).toMatchObject({ named: false, cursors: false })
    expect(wall.access?.(state, privatePage('ann'), FAC, m)).toBe('none')
  }
})

test('[M20] one note is held up for everybody, and turning the page is nothing to undo', () => {
  const m = moment({})
  const done = wall.reduce(after(m), { type: 'spotlight', note: 'n1' }, { ...m, actor: FAC })
  if (!done.ok) throw new Error('refused')
  expect(done.value.inverse).toBeUndefined()
  expect(wall.view(done.value.state, 'all', m).spotlight).toBe('n1')
  expect(after(m, [ANN, { type: 'spotlight', note: 'n1' }]).spotlight).toBeNull()
})

describe('the harvest', () => {
  const doc = new Y.Doc()
  for (const [id, author] of Object.entries({ a: 'ann', b: 'made-up' }))
    addNote(doc, { id, text: `secret ${id}`, author, colour: 1, zone: '', createdAt: 1 })
  const harvest = (m: Moment<WallDefinition>, state: WallState) =>
    JSON.stringify(
      wall.harvest({ ...m, state, language: 'fr', documentNames: [SHARED_WALL], document: () => doc }),
    )

  test('[M10] tells nothing of what is hidden', () => {
    const m = moment({ flow: 'private' })
    expect(harvest(m, after(m))).not.toContain('secret')
    expect(harvest(m, after(m, [FAC, { type: 'reveal' }]))).toContain('secret a')
  })

  test('[M10] tells authors that are people of the session, and none of an anonymous wall', () => {
    expect(harvest(moment({}), after(moment({})))).toContain('"author":"ann"')
    expect(harvest(moment({}), after(moment({})))).not.toContain('made-up')
    const m = moment({ identity: 'anonymous' })
    expect(harvest(m, after(m))).not.toContain('ann')
  })

  test('[H15] tells what colours mean, by name and letter, and by no letter where they mean nothing', () => {
    const m = moment({
      categories: [
        { colour: 4, label: 'Frein' },
        { colour: 1, label: 'Levier' },
      ],
    })
    const blocks = JSON.parse(harvest(m, after(m))) as HarvestBlock[]
    const notes = blocks.find((block) => block.type === 'notes')
    expect(notes?.categories).toEqual([
      { letter: 'A', label: 'Frein', colour: 4 },
      { letter: 'B', label: 'Levier', colour: 1 },
    ])
    expect(notes?.zones.flatMap((zone) => zone.notes.map(({ category }) => category))).toEqual(['B', 'B'])
    expect(harvest(moment({}), after(moment({})))).not.toContain('categor')
  })
})

describe('documents', () => {
  test('[M11] a page is released once: what was taken off the wall does not come back', () => {
    const [page, shared] = [new Y.Doc(), new Y.Doc()]
    addNote(page, { id: 'a', text: 'a', author: 'ann', createdAt: 1 })
    expect(release([page], shared, true)).toBe(1)
    expect(readWall(shared).notes[0]?.author).toBe('ann')
    removeNote(shared, 'a')
    addNote(page, { id: 'b', text: 'b', author: 'ann', createdAt: 2 })
    expect(release([page], shared, false)).toBe(1)
    expect(readWall(shared).notes.map((n) => [n.id, n.author])).toEqual([['b', '']])
    expect(release([page], shared, false)).toBe(0)
  })

  test('[M9] in turn: the oldest of all pages first, one for each turn, the same turn once however often it is asked for', () => {
    const [ann, bob, shared] = [new Y.Doc(), new Y.Doc(), new Y.Doc()]
    for (const [page, id, createdAt] of [
      [ann, 'a1', 1],
      [bob, 'b2', 2],
      [ann, 'a3', 3],
    ] as const)
      addNote(page, { id, text: id, author: 'x', createdAt })
    const turn = (turns: number) => {
      releaseInTurn([ann, bob], shared, true, turns)
      return [readWall(shared).notes.map((note) => note.id), lastInTurn(shared), countReleased(shared)]
    }
    expect(turn(0)).toEqual([[], null, 0])
    expect(turn(1)).toEqual([['a1'], 'a1', 1])
    expect(turn(1)).toEqual([['a1'], 'a1', 1])
    // Two turns came at once, or the server had been away.
    expect(turn(3)).toEqual([['a1', 'b2', 'a3'], 'a3', 3])
    // A turn for which nothing waited is over, too.
    expect(turn(4)).toEqual([['a1', 'b2', 'a3'], 'a3', 3])
    addNote(bob, { id: 'b5', text: 'b5', author: 'x', createdAt: 5 })
    expect(turn(4)[0]).toHaveLength(3)
    expect(turn(5)).toEqual([['a1', 'b2', 'a3', 'b5'], 'b5', 4])
  })

  test('a page cannot write over somebody else’s note on the wall', () => {
    const [page, shared] = [new Y.Doc(), new Y.Doc()]
    addNote(shared, { id: 'a', text: 'bob’s', author: 'bob', colour: 0, zone: '', createdAt: 1 })
    addNote(page, { id: 'a', text: 'forged', author: '', colour: 0, zone: '', createdAt: 1 })
    release([page], shared, true)
    expect(readWall(shared).notes.map((n) => [n.text, n.author])).toEqual([['bob’s', 'bob']])
  })

  test('notes that are there from the start are put there once, and stay away when taken off', () => {
    const doc = new Y.Doc()
    const starters = [{ text: 'Un exemple', zone: 'z1' }]
    putStarters(doc, starters)
    putStarters(doc, starters)
    expect(readWall(doc).notes.map((n) => n.text)).toEqual(['Un exemple'])
    removeNote(doc, 'starter-0')
    putStarters(doc, starters)
    expect(readWall(doc).notes).toEqual([])
  })
})
