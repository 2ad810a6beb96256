import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNote } from '../../wall/model.ts'
import type { WallNote } from '../../wall/note.ts'
import type { Moment } from '../kit/kind.ts'
import { BACKGROUND_BOX, type Background, partAt, spotOf } from './backgrounds.ts'
import { PLAIN_WALL, WallDefinition } from './definition.ts'
import { wordBoxes } from './drawings/label.ts'
import { shapesOf } from './drawings/shapes-of.ts'
import { wall } from './kind.ts'
import { BACKGROUNDS, PART_IDS, PART_WORDS, type SayPart } from './part-words.ts'
import { type Look, partOfNote, partsOfWall } from './parts.ts'
import { ANN, FAC, people } from './people.testkit.ts'
import { placeInPart } from './place-in-part.ts'
import { type WallSettings, WallState } from './state.ts'

const sayFr: SayPart = (part) => PART_WORDS.fr[part]
const share = fc.double({ min: 0, max: 1, noNaN: true })
const background = fc.constantFrom<Background>(...BACKGROUNDS)

const moment = (definition: Partial<WallDefinition>): Moment<WallDefinition> => ({
  definition: { ...PLAIN_WALL, ...definition },
  durationMs: 60_000,
  seed: 's',
  people,
  elapsed: 0,
  location: { index: 0, phase: { id: 'open', ms: null }, startsAt: 0, endsAt: null, into: 0, left: null },
})

describe('the parts of a drawing', () => {
  test('[M60] every place lies in one part of its drawing, and the good place of a part lies in it', () => {
    fc.assert(
      fc.property(background, share, share, (drawing, x, y) => {
        expect(PART_IDS[drawing]).toContain(partAt(drawing, { x, y }))
      }),
    )
    for (const drawing of BACKGROUNDS)
      for (const part of PART_IDS[drawing]) expect(partAt(drawing, spotOf(part))).toBe(part)
  })

  test('[M60] a part is left by going far enough: no part swallows its drawing', () => {
    const corners = [0.02, 0.5, 0.98].flatMap((x) => [0.02, 0.5, 0.98].map((y) => ({ x, y })))
    for (const drawing of BACKGROUNDS)
      expect(new Set(corners.map((corner) => partAt(drawing, corner))).size).toBeGreaterThan(1)
  })

  test('[M60] quadrants are called after the ends of the axes, where these have names', () => {
    const axes = { left: 'facile', right: 'difficile', bottom: '', top: 'utile' }
    const names = partsOfWall({ layout: 'matrix', background: null, axes }, sayFr).map((p) => p.name)
    expect(names).toEqual(['facile · utile', 'difficile · utile', 'facile', 'difficile'])
    const none = { ...PLAIN_WALL, layout: 'matrix' as const }
    expect(partsOfWall(none, sayFr)[0]?.name).toBe('En haut à gauche')
    expect(partsOfWall({ ...none, layout: 'picture' }, sayFr)).toEqual([])
  })
})

test('[M60] a note is put into a part without dragging: beside the others while there is room, and always inside', () => {
  const looks: readonly Look[] = [
    { ...PLAIN_WALL, layout: 'matrix' },
    ...BACKGROUNDS.map((drawing): Look => ({ ...PLAIN_WALL, layout: 'picture', background: drawing })),
  ]
  for (const look of looks)
    for (const { id } of partsOfWall(look, sayFr)) {
      const notes: Pick<WallNote, 'at'>[] = []
      for (let i = 0; i < 120; i++) notes.push({ at: placeInPart(look, id, notes) ?? {} })
      expect(new Set(notes.map((note) => partOfNote(look, note)))).toEqual(new Set([id]))
      expect(new Set(notes.slice(0, 4).map(({ at }) => JSON.stringify(at))).size).toBe(4)
    }
  expect(placeInPart({ ...PLAIN_WALL, layout: 'matrix' }, 'keep', [])).toBeUndefined()
  expect(placeInPart(PLAIN_WALL, 'keep', [])).toBeUndefined()
})

test('[M60] what a part is called is not hidden while there is other room in it', () => {
  /** Half a note in the unit of drawings. */
  const half = 66
  for (const background of BACKGROUNDS) {
    const look: Look = { ...PLAIN_WALL, layout: 'picture', background }
    const words = wordBoxes(shapesOf(background, sayFr))
    for (const part of PART_IDS[background]) {
      const first = placeInPart(look, part, [])
      const second = placeInPart(look, part, [{ at: first ?? {} }])
      for (const at of [first?.picture, second?.picture]) {
        const note = { x: (at?.x ?? 0) * BACKGROUND_BOX.width, y: (at?.y ?? 0) * BACKGROUND_BOX.height }
        const hidden = words.filter(
          ({ x, y, width, height }) =>
            Math.abs(note.x - x - width / 2) < width / 2 + half &&
            Math.abs(note.y - y - height / 2) < height / 2 + half,
        )
        expect(hidden, `${background} ${part}`).toEqual([])
      }
    }
  }
})

describe('the harvest of a wall with places', () => {
  const doc = new Y.Doc()
  const at = (x: number, y: number) => ({ picture: { x, y }, matrix: { x, y }, timeline: { x, y } })
  addNote(doc, { id: 'a', text: 'a', createdAt: 1, zone: 'z', at: at(0.9, 0.1), values: { d: 4, gone: 1 } })
  addNote(doc, { id: 'b', text: 'b', createdAt: 2, at: at(0.1, 0.9) })
  addNote(doc, { id: 'c', text: 'c', createdAt: 3 })
  const harvest = (definition: Partial<WallDefinition>, language: 'fr' | 'en' = 'fr') => {
    const m = moment({ zones: [{ id: 'z', title: 'Zone' }], ...definition })
    const [block] = wall.harvest({
      ...m,
      ...{ state: wall.initial(m), language, documentNames: ['wall'], document: () => doc },
    })
    if (block?.type !== 'notes') throw new Error('no notes')
    return block.zones
  }
  const shape = (definition: Partial<WallDefinition>, language: 'fr' | 'en' = 'fr') =>
    harvest(definition, language).map(({ title, notes }) => [title, notes.map((note) => note.id).join('')])

  test('[M61] says in which part each note stands, in the language of the session', () => {
    const drawing = { layout: 'picture', background: 'keep-stop-transform-learn' } as const
    expect(shape(drawing)).toEqual([
      ['Garder', ''],
      ['Arrêter', 'a'],
      ['Transformer', 'b'],
      ['Apprendre', ''],
      ['Pas encore placés', 'c'],
    ])
    expect(shape(drawing, 'en')[1]).toEqual(['Stop', 'a'])
  })

  test('[M61] a matrix by its quadrants, a timeline in its order, all else by zone', () => {
    const axes = { left: 'peu', right: 'beaucoup', bottom: '', top: '' }
    expect(shape({ layout: 'matrix', axes }).slice(1, 3)).toEqual([
      ['beaucoup', 'a'],
      ['peu', 'b'],
    ])
    expect(shape({ layout: 'timeline', zones: [] })).toEqual([['', 'bac']])
    const zoned = [
      ['', 'bc'],
      ['Zone', 'a'],
    ]
    for (const layout of ['columns', 'canvas', 'picture'] as const) expect(shape({ layout })).toEqual(zoned)
  })

  test('[M63] tells what a note was measured by, in words and in figures', () => {
    const dimensions = [{ type: 'scale', id: 'd', label: 'Effort', max: 5 }] as const
    const told = harvest({ dimensions: [...dimensions] }).flatMap((zone) => zone.notes)
    expect(told.map(({ id, values }) => [id, values])).toEqual([
      ['b', undefined],
      ['c', undefined],
      ['a', [{ label: 'Effort', value: '4/5', number: 4, of: 5 }]],
    ])
  })
})

test('[M62] facilitators change layout, axes and background while people write, and take it back', () => {
  const m = moment({})
  const before = wall.initial(m)
  const axes = { left: 'avant', right: 'après', bottom: '', top: '' }
  const settings: WallSettings = { layout: 'timeline', axes, background: 'tree' }
  const done = wall.reduce(before, { type: 'set', settings }, { ...m, actor: FAC })
  if (!done.ok || done.value.inverse === undefined) throw new Error('refused')
  expect(wall.view(done.value.state, 'all', m)).toMatchObject(settings)
  expect(WallState.parse(done.value.state)).toEqual(done.value.state)
  const back = wall.reduce(done.value.state, done.value.inverse, { ...m, actor: FAC })
  expect(back.ok && wall.view(back.value.state, 'all', m)).toEqual(wall.view(before, 'all', m))
  expect(wall.reduce(before, { type: 'set', settings }, { ...m, actor: ANN }).ok).toBe(false)
})

test('[M64] a plan from before dimensions is read, and a session that began with it goes on', () => {
  const { dimensions: _none, ...old } = PLAIN_WALL
  expect(WallDefinition.parse(old)).toEqual(PLAIN_WALL)
  const m = moment({})
  const stored = { ...m, definition: old as WallDefinition }
  expect(wall.view(wall.initial(stored), 'all', stored)).toEqual(wall.view(wall.initial(m), 'all', m))
})
