import { beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Viewer } from '../../../people/person.ts'
import { readNotes, readWall } from '../../../wall/model.ts'
import type { EditMoment, Moment } from '../../kit/kind.ts'
import { PLAIN_WALL, type WallDefinition } from '../definition.ts'
import { release, SHARED_WALL, SHELF } from '../documents.ts'
import { WallEdit } from '../edits.ts'
import { wall } from '../kind.ts'
import { ANN, BOB, FAC, people } from '../people.testkit.ts'
import type { WallAction, WallState } from '../state.ts'
import { namesFor, writeOnWall } from '../write.ts'
import {
  CHECKPOINTS_MAX,
  CHECKPOINTS_MAX_BYTES,
  checkpointName,
  HISTORY,
  listCheckpoint,
  readHistory,
} from './documents.ts'

const AT = 1_790_000_000_123
let documents: Map<string, Y.Doc>
beforeEach(() => {
  documents = new Map()
})

const documentOf = (name: string): Y.Doc => {
  const doc = documents.get(name) ?? new Y.Doc()
  documents.set(name, doc)
  return doc
}
const on = (name: string) => readNotes(documentOf(name)).map((note) => note.id)
const listed = () => readHistory(documentOf(HISTORY))

const momentOf = (settings: Partial<WallDefinition>, elapsed = 0): Moment<WallDefinition> => ({
  definition: { ...PLAIN_WALL, ...settings },
  durationMs: 600_000,
  seed: 's',
  people,
  elapsed,
  location: { index: 0, phase: { id: 'open', ms: null }, startsAt: 0, endsAt: null, into: 0, left: null },
})

const wallWith = (settings: Partial<WallDefinition> = {}) => {
  const state = wall.initial(momentOf(settings))
  return (actor: Viewer, raw: WallEdit, at = AT) => {
    const moment: EditMoment<WallDefinition> = {
      ...momentOf(settings),
      actor,
      at,
      sealOf: (secret) => Buffer.from(secret).toString('hex').padEnd(64, '0').slice(0, 64),
      stillMs: 0,
      memory: new Map(),
    }
    const edit = WallEdit.parse(raw)
    const names = namesFor(state, edit, moment)
    return writeOnWall(state, edit, moment, (name) => {
      if (!names.includes(name)) throw new Error(`${name} was not asked for`)
      return documentOf(name)
    })
  }
}

const put = (id: string): WallEdit => ({
  type: 'put',
  note: { id, text: `texte ${id}`, colour: 2, zone: '' },
})
const keep = (id: string, title = id): WallEdit => ({ type: 'checkpoint', id, title })
const REFUSED = (refusal: string) => ({ ok: false, refusal })

describe('checkpoints', () => {
  test('[M50] a facilitator keeps the wall under a name, once; nobody else does, and nobody else reads it', () => {
    const ask = wallWith()
    ask(ANN, put('a'))
    expect(ask(ANN, keep('k'))).toEqual(REFUSED('not-allowed'))
    expect(ask(FAC, keep('k', '  Avant\nle tri ')).ok).toBe(true)
    ask(ANN, put('b'))
    expect(ask(FAC, keep('k', 'encore'), AT + 5).ok).toBe(true)
    expect(listed()).toEqual([
      { id: 'k', title: 'Avant le tri', at: AT, notes: 1, isAutomatic: false, bytes: expect.any(Number) },
    ])
    expect(on(checkpointName('k'))).toEqual(['a'])
    const m = momentOf({})
    for (const name of [HISTORY, checkpointName('k')])
      expect(
        [FAC, ANN, { id: null, role: 'screen' } as const].map((viewer) =>
          wall.access?.(wall.initial(m), name, viewer, m),
        ),
      ).toEqual(['read', 'none', 'none'])
  })

  test('[M50] they have a bound of bytes, too: large walls are kept less often', () => {
    const ask = wallWith()
    const large = { title: 't', at: AT, notes: 1, isAutomatic: false, bytes: CHECKPOINTS_MAX_BYTES }
    listCheckpoint(documentOf(HISTORY), { id: 'large', ...large })
    expect(ask(FAC, keep('more'))).toEqual(REFUSED('no-space'))
    expect(ask(FAC, { type: 'forget', id: 'large' }).ok).toBe(true)
    expect(ask(FAC, keep('more')).ok).toBe(true)
  })

  test('[M50] there is a bound, and forgetting one makes room: nothing of it is kept', () => {
    const ask = wallWith()
    ask(ANN, put('a'))
    for (let n = 0; n < CHECKPOINTS_MAX; n++) expect(ask(FAC, keep(`k${n}`)).ok).toBe(true)
    expect(ask(FAC, keep('more'))).toEqual(REFUSED('too-many'))
    expect(ask(FAC, { type: 'restore', id: 'k0', before: 'b' })).toEqual(REFUSED('too-many'))
    expect(ask(ANN, { type: 'forget', id: 'k3' })).toEqual(REFUSED('not-allowed'))
    for (let twice = 0; twice < 2; twice++) expect(ask(FAC, { type: 'forget', id: 'k3' }).ok).toBe(true)
    expect(on(checkpointName('k3'))).toEqual([])
    expect(ask(FAC, { type: 'restore', id: 'k3', before: 'b' })).toEqual(REFUSED('stale'))
    expect(ask(FAC, keep('more')).ok).toBe(true)
    expect(on(SHARED_WALL)).toEqual(['a'])
  })

  test('[M51] going back keeps what is, puts what came since on the shelf, and is done once; undoing it is going back again', () => {
    const ask = wallWith()
    for (const id of ['a', 'b']) ask(ANN, put(id))
    ask(FAC, { type: 'stack', stack: 's', title: 'Ensemble', notes: ['a', 'b'] })
    ask(FAC, keep('k', 'Trié'))
    ask(FAC, { type: 'unstack', stack: 's' })
    ask(BOB, put('c'))
    ask(ANN, { type: 'edit', id: 'a', text: 'changé' })
    const back: WallEdit = { type: 'restore', id: 'k', before: 'auto' }
    expect(ask(ANN, back)).toEqual(REFUSED('not-allowed'))
    expect(ask(FAC, back, AT + 9).ok).toBe(true)
    expect(readWall(documentOf(SHARED_WALL))).toMatchObject({
      notes: [{ text: 'texte a' }, { text: 'texte b' }],
      stacks: [{ id: 's', title: 'Ensemble', notes: ['a', 'b'] }],
    })
    expect(on(SHELF)).toEqual(['c'])
    expect(listed()[0]).toEqual({
      id: 'auto',
      title: 'Trié',
      at: AT + 9,
      notes: 3,
      isAutomatic: true,
      bytes: expect.any(Number),
    })
    // Sent twice over a bad network, it does not undo what was done since.
    ask(ANN, put('d'))
    expect(ask(FAC, back).ok).toBe(true)
    expect(on(SHARED_WALL)).toContain('d')
    expect(ask(FAC, { type: 'restore', id: 'auto', before: 'auto2' }).ok).toBe(true)
    expect(readWall(documentOf(SHARED_WALL))).toMatchObject({
      notes: [{ text: 'changé' }, { text: 'texte b' }, { text: 'texte c' }],
      stacks: [],
    })
    expect(on(SHELF)).toEqual(['d'])
  })

  test('[M51] what its author took back comes to the shelf only, unless its author or a facilitator puts it back', () => {
    const ask = wallWith({ rights: { edit: 'all', move: 'all', remove: 'all' } })
    for (const id of ['a', 'b', 'c', 'd']) ask(ANN, put(id))
    ask(FAC, keep('k'))
    ask(ANN, { type: 'remove', id: 'a' })
    ask(BOB, { type: 'remove', id: 'b' })
    ask(ANN, { type: 'remove', id: 'c' })
    ask(ANN, put('c'))
    ask(BOB, { type: 'remove', id: 'c' })
    ask(FAC, { type: 'restore', id: 'k', before: 'k2' })
    expect([on(SHARED_WALL), on(SHELF)]).toEqual([['b', 'c', 'd'], ['a']])
    ask(FAC, { type: 'restore', id: 'k', before: 'k3' })
    expect(on(SHELF)).toEqual(['a'])
    ask(FAC, { type: 'place', from: SHELF, notes: ['a'] })
    ask(FAC, { type: 'shelve', from: SHARED_WALL, notes: ['a', 'b'] })
    ask(FAC, { type: 'restore', id: 'k', before: 'k4' })
    expect([on(SHARED_WALL), on(SHELF)]).toEqual([['a', 'b', 'c', 'd'], []])
  })

  test('[M11] [M51] what was revealed since goes to the shelf, and is not revealed once more', () => {
    const ask = wallWith()
    ask(FAC, keep('k'))
    const page = new Y.Doc()
    wallWith({ flow: 'private' })(ANN, put('a'))
    Y.applyUpdate(page, Y.encodeStateAsUpdate(documentOf('mine-ann')))
    release([page], documentOf(SHARED_WALL), true)
    ask(FAC, { type: 'restore', id: 'k', before: 'k2' })
    expect(release([page], documentOf(SHARED_WALL), true)).toBe(0)
    expect([on(SHARED_WALL), on(SHELF)]).toEqual([[], ['a']])
  })

  test('[M52] a checkpoint of signed notes brings no name back to a wall that is not signed any more', () => {
    for (const identity of ['anonymous', 'pseudonym'] as const) {
      documents = new Map()
      const signed = wallWith()
      for (const id of ['a', 'b']) signed(ANN, put(id))
      signed(FAC, keep('k'))
      signed(FAC, { type: 'shelve', from: SHARED_WALL, notes: ['a'] })
      signed(ANN, { type: 'remove', id: 'b' })
      wallWith({ identity })(FAC, { type: 'restore', id: 'k', before: 'k2' })
      wallWith({ identity })(FAC, keep('k3'))
      const authors = [SHARED_WALL, SHELF, checkpointName('k2'), checkpointName('k3')].flatMap((name) =>
        readNotes(documentOf(name)).map((note) => note.author),
      )
      expect(authors.join('')).toBe('')
      const kept = Buffer.from(Y.encodeStateAsUpdate(documentOf(checkpointName('k3')))).toString('latin1')
      expect(kept).not.toMatch(/ann/)
    }
  })
})

describe('the film', () => {
  const after = (m: Moment<WallDefinition>, state: WallState, actor: Viewer, action: WallAction) =>
    wall.reduce(state, action, { ...m, actor })
  const play: WallAction = { type: 'film', ms: 20_000 }

  test('[M54] a facilitator plays it on every screen, from one moment on, and stops it; it ends by itself', () => {
    const m = momentOf({}, 5_000)
    const start = wall.initial(m)
    expect(after(m, start, ANN, play)).toEqual(REFUSED('not-allowed'))
    const playing = after(m, { ...start, spotlight: 'n1' }, FAC, play)
    if (!playing.ok) throw new Error('refused')
    expect(playing.value.inverse).toBeUndefined()
    const { state } = playing.value
    expect(wall.view(state, 'all', m)).toMatchObject({ film: { at: 5_000, ms: 20_000 }, spotlight: null })
    expect(after(momentOf({}, 24_999), state, FAC, play)).toEqual(REFUSED('already'))
    expect(after(momentOf({}, 25_000), state, FAC, { type: 'film', ms: null })).toEqual(REFUSED('already'))
    expect(after(momentOf({}, 25_000), state, FAC, play)).toMatchObject({
      ok: true,
      value: { state: { film: { at: 25_000 } } },
    })
    for (const stop of [
      { type: 'film', ms: null },
      { type: 'spotlight', note: 'n1' },
    ] satisfies WallAction[])
      expect(after(momentOf({}, 9_000), state, FAC, stop)).toMatchObject({
        ok: true,
        value: { state: { film: null } },
      })
  })

  test('[M54] what people write for themselves is in no film', () => {
    const m = momentOf({ flow: 'private' })
    expect(after(m, wall.initial(m), FAC, play)).toEqual(REFUSED('not-now'))
  })
})
