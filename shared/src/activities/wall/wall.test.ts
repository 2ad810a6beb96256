import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Person, Viewer } from '../../people/person.ts'
import { addNote, changeNote, readWall, removeNote } from '../../wall/model.ts'
import type { ActionMoment, Moment } from '../kit/kind.ts'
import type { WallDefinition } from './definition.ts'
import { branch, privatePage, release, SHARED_WALL } from './documents.ts'
import { wall } from './kind.ts'
import type { WallAction, WallState } from './state.ts'

const somebody = (id: string, role: Person['role'], rank: number): Person => ({
  id,
  role,
  rank,
  away: false,
  removed: false,
  hasDevice: true,
})
const people = [
  somebody('fac', 'facilitator', 1),
  somebody('ann', 'participant', 2),
  somebody('bob', 'participant', 3),
]
const FAC: Viewer = { id: 'fac', role: 'facilitator' }
const ANN: Viewer = { id: 'ann', role: 'participant' }
const BOB: Viewer = { id: 'bob', role: 'participant' }
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

test('[K26] who is at a named wall is told by name, at an anonymous one or in a crowd nobody is', () => {
  const named = (m: Moment<WallDefinition>, name = SHARED_WALL) => wall.namesPresence?.(after(m), name, m)
  expect(named(moment({}))).toBe(true)
  expect(named(moment({ identity: 'anonymous' }))).toBe(false)
  expect(named(moment({}), privatePage('ann'))).toBe(false)
  const crowd = Array.from({ length: 41 }, (_, i) => somebody(`p${i}`, 'participant', i + 1))
  expect(named({ ...moment({}), people: crowd })).toBe(false)
})

describe('who may read and write what', () => {
  test('[M8] live: everybody writes, the screen reads; locked: only facilitators write', () => {
    const m = moment({})
    expect(rights(m, after(m), SHARED_WALL)).toEqual(['write', 'write', 'write', 'read'])
    expect(rights(m, after(m, [FAC, { type: 'lock' }]), SHARED_WALL)).toEqual([
      'write',
      'read',
      'read',
      'read',
    ])
    expect(rights(m, after(m, [ANN, { type: 'lock' }]), SHARED_WALL)).toEqual([
      'write',
      'write',
      'write',
      'read',
    ])
    expect(rights(m, after(m), 'anything')).toEqual(['none', 'none', 'none', 'none'])
    expect(rights(m, after(m), privatePage(''))).toEqual(['none', 'none', 'none', 'none'])
  })

  test('[M9] hidden: nobody reads the wall, and a page is its author’s until the reveal', () => {
    const m = moment({ reveal: 'hidden' })
    expect(rights(m, after(m), SHARED_WALL)).toEqual(['write', 'none', 'none', 'none'])
    expect(rights(m, after(m), privatePage('ann'))).toEqual(['read', 'write', 'none', 'none'])
    const shown = after(m, [FAC, { type: 'reveal' }])
    expect(rights(m, shown, SHARED_WALL)).toEqual(['write', 'write', 'write', 'read'])
    expect(rights(m, shown, privatePage('ann'))).toEqual(['read', 'write', 'none', 'none'])
    const anonymous = moment({ reveal: 'hidden', identity: 'anonymous' })
    expect(rights(anonymous, after(anonymous), privatePage('ann'))).toEqual(['none', 'write', 'none', 'none'])
  })

  test('participants are told how many notes wait for nobody but the hosts', () => {
    const m = moment({ reveal: 'hidden' })
    const state = after(m, [ANN, { type: 'count', notes: 2 }], [BOB, { type: 'count', notes: 1 }])
    const tally = (viewer: Viewer) => wall.view(state, wall.audience(state, viewer), m).tally
    expect([FAC, SCREEN, ANN].map(tally)).toEqual([{ notes: 3, people: 2 }, { notes: 3, people: 2 }, null])
  })
})

describe('the harvest', () => {
  const doc = new Y.Doc()
  for (const [id, author] of Object.entries({ a: 'ann', b: 'made-up' }))
    addNote(doc, { id, text: `secret ${id}`, author, colour: 1, zone: '', createdAt: 1 })
  const harvest = (m: Moment<WallDefinition>, state: WallState) =>
    JSON.stringify(wall.harvest({ ...m, state, documentNames: [SHARED_WALL], document: () => doc }))

  test('[M10] tells nothing of what is hidden', () => {
    const m = moment({ reveal: 'hidden' })
    expect(harvest(m, after(m))).not.toContain('secret')
    expect(harvest(m, after(m, [FAC, { type: 'reveal' }]))).toContain('secret a')
  })

  test('[M10] tells authors that are people of the session, and none of an anonymous wall', () => {
    expect(harvest(moment({}), after(moment({})))).toContain('"author":"ann"')
    expect(harvest(moment({}), after(moment({})))).not.toContain('made-up')
    const m = moment({ identity: 'anonymous' })
    expect(harvest(m, after(m))).not.toContain('ann')
  })
})

describe('documents', () => {
  test('[M11] a page is released once: what was taken off the wall does not come back', () => {
    const [page, shared] = [new Y.Doc(), new Y.Doc()]
    addNote(page, { id: 'a', text: 'a', author: 'someone-else', colour: 0, zone: '', createdAt: 1 })
    expect(release(page, shared, 'ann')).toBe(1)
    expect(readWall(shared).notes[0]?.author).toBe('ann')
    removeNote(shared, 'a')
    addNote(page, { id: 'b', text: 'b', author: '', colour: 0, zone: '', createdAt: 2 })
    expect(release(page, shared, 'ann')).toBe(1)
    expect(readWall(shared).notes.map((n) => n.id)).toEqual(['b'])
    expect(release(page, shared, 'ann')).toBe(0)
  })

  test('a page cannot write over somebody else’s note on the wall', () => {
    const [page, shared] = [new Y.Doc(), new Y.Doc()]
    addNote(shared, { id: 'a', text: 'bob’s', author: 'bob', colour: 0, zone: '', createdAt: 1 })
    addNote(page, { id: 'a', text: 'forged', author: '', colour: 0, zone: '', createdAt: 1 })
    release(page, shared, 'ann')
    expect(readWall(shared).notes.map((n) => [n.text, n.author])).toEqual([['bob’s', 'bob']])
  })

  test('[M12] a branch writes under an id of its own and merges with what happened meanwhile', () => {
    const doc = new Y.Doc()
    addNote(doc, { id: 'a', text: 'un', author: '', colour: 0, zone: '', createdAt: 1 })
    const [one, two] = [branch(doc), branch(doc)]
    changeNote(one.doc, 'a', { text: 'un deux' })
    changeNote(two.doc, 'a', { text: 'zéro un' })
    one.merge()
    two.merge()
    expect(readWall(doc).notes[0]?.text).toBe('zéro un deux')
    expect(doc.store.clients.size).toBe(3)
  })
})
