import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import type { Harvest, HarvestBlock } from '../../harvest/blocks.ts'
import type { WallWords } from '../../harvest/picture-notes.ts'
import { wallPictures } from '../../harvest/wall-pictures.ts'
import { encodeDrawing } from '../../wall/drawing.ts'
import { addNote, stackNotes } from '../../wall/model.ts'
import type { WallNote } from '../../wall/note.ts'
import { wallSvg } from '../../wall/svg.ts'
import { layoutWall } from '../../wall/svg-layout.ts'
import { textWidth } from '../../wall/svg-measure.ts'
import { calm } from '../../wall/svg-note.ts'
import type { Box, PictureShape, PlacedNote, PlacedText, WallLayout } from '../../wall/svg-picture.ts'
import { PLAIN_WALL, type WallDefinition } from './definition.ts'
import { wall } from './kind.ts'
import { BACKGROUNDS, PART_IDS, PART_WORDS } from './part-words.ts'
import { ANN, people } from './people.testkit.ts'

vi.setConfig({ testTimeout: 60_000 })

interface Written {
  readonly text: string
  readonly zone: string
  readonly at: WallNote['at']
  readonly author: string
  readonly drawing: string
  /** Number of its stack; 0: none. */
  readonly stack: number
}

const ZONES = [
  { id: 'a', title: 'Relier' },
  { id: 'b', title: 'Ce que nous voulons garder, changer, oser, et tout ce que personne n’a encore dit !' },
  { id: 'c', title: '' },
]
const WORDS: WallWords = {
  count: (n) => `${n} contributions`,
  date: '24 avril 2020',
  empty: 'Personne n’a écrit ici.',
  size: ({ notes }) => `${notes.length} contributions`,
  weight: () => '',
  measures: () => '',
  stack: 'Pile sans nom',
}

function notesBlock(definition: Partial<WallDefinition>, notes: readonly Written[]) {
  const doc = new Y.Doc()
  for (const [i, { stack: _, ...note }] of notes.entries())
    addNote(doc, { ...note, id: `n${i}`, createdAt: i + 1, colour: i % 8 })
  for (const stack of new Set(notes.flatMap(({ stack }) => stack || [])))
    stackNotes(doc, {
      ...{ id: `s${stack}`, title: stack === 1 ? '' : `Pile ${stack}` },
      notes: notes.flatMap((note, i) => (note.stack === stack ? `n${i}` : [])),
    })
  const moment = {
    ...{ definition: { ...PLAIN_WALL, ...definition }, durationMs: 60_000, seed: 's', people, elapsed: 0 },
    location: { index: 0, phase: { id: 'open', ms: null }, startsAt: 0, endsAt: null, into: 0, left: null },
  }
  const blocks = wall.harvest({
    ...{ ...moment, state: wall.initial(moment), language: 'fr', documentNames: ['wall'] },
    document: () => doc,
  })
  const block = blocks.find((one) => one.type === 'notes')
  if (block === undefined) throw new Error('no notes')
  return block
}

const harvestOf = (block: HarvestBlock): Harvest => ({
  ...{ title: 'Visio', language: 'fr', sessionAt: 0, madeAt: 0, ended: true, participants: 1 },
  ...{ people: [ANN.id ?? ''], names: { [ANN.id ?? '']: 'Anne-Sophie de la Tour' } },
  sections: [
    { ...{ activity: 'a', kind: 'wall', title: 'Mur', instructions: '', startedAt: 0 }, blocks: [block] },
  ],
})

function drawn(definition: Partial<WallDefinition>, notes: readonly Written[], shape: PictureShape) {
  const [picture] = wallPictures(harvestOf(notesBlock(definition, notes)), WORDS)
  if (picture === undefined) throw new Error('no wall')
  return { picture, layout: layoutWall(picture, shape) }
}

const text = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 500, unit: 'grapheme' }),
    fc
      .array(fc.constantFrom('lien', 'reconnaissance', 'à', '« mot »', ':', '\n', '👩‍💻', '日本', 'مرحبا'), {
        ...{ minLength: 1, maxLength: 60 },
      })
      .map((words) => words.join(' ')),
    fc.constantFrom(
      'W'.repeat(500),
      'WWW '.repeat(125),
      'anticonstitutionnellement'.repeat(20),
      'a\n'.repeat(249),
    ),
  )
  .filter((one) => one.replace(/[\p{C}\s]/gu, '') !== '')

const share = fc.double({ min: 0, max: 1, noNaN: true })
const place = fc.record({ x: share, y: share })
const far = fc.integer({ min: -100_000, max: 100_000 })
const written: fc.Arbitrary<Written> = fc.record({
  text,
  zone: fc.constantFrom('', 'a', 'b', 'c', 'gone'),
  at: fc.record(
    {
      ...{ matrix: place, picture: place, timeline: place },
      canvas: fc.oneof(
        fc.record({ x: fc.integer({ min: -900, max: 4_000 }), y: fc.integer({ min: -900, max: 4_000 }) }),
        fc.record({ x: far, y: far }),
      ),
    },
    { requiredKeys: [] },
  ),
  author: fc.constantFrom('', ANN.id ?? ''),
  drawing: fc.constantFrom(
    '',
    '',
    encodeDrawing([
      {
        pen: 1,
        points: [
          { x: 0, y: 0 },
          { x: 900, y: 700 },
        ],
      },
    ]),
  ),
  stack: fc.constantFrom(0, 0, 0, 1, 2),
})
const boards: readonly Partial<WallDefinition>[] = [
  { layout: 'canvas', zones: ZONES },
  { layout: 'canvas' },
  { layout: 'matrix', axes: { left: 'W'.repeat(80), right: 'facile', bottom: '', top: 'i'.repeat(80) } },
  { layout: 'timeline' },
  { layout: 'picture' },
  ...BACKGROUNDS.map((background) => ({ layout: 'picture', background }) as const),
]
const board = fc.constantFrom(...boards)
const notes = fc.array(written, { minLength: 1, maxLength: 25 })
const shape = fc.constantFrom<PictureShape>('slide', 'poster')

const joined = ({ lines }: PlacedText): string =>
  lines.reduce((all, line, i) => all + line.text + (line.continues || i === lines.length - 1 ? '' : '\n'), '')

const expectInside = (inner: Box, outer: Box) => {
  const near = 1e-3
  expect(inner.x).toBeGreaterThanOrEqual(outer.x - near)
  expect(inner.y).toBeGreaterThanOrEqual(outer.y - near)
  expect(inner.x + inner.width).toBeLessThanOrEqual(outer.x + outer.width + near)
  expect(inner.y + inner.height).toBeLessThanOrEqual(outer.y + outer.height + near)
}

/** What the letters of a text take up: from the top of the first line to under the last. */
const boxOfText = ({ x, y, size, leading, lines, bold }: PlacedText): Box => ({
  x,
  y: y - 0.95 * size,
  width: Math.max(0, ...lines.map((line) => textWidth(line.text.trimEnd(), size, bold ? 'bold' : 'regular'))),
  height: 1.2 * size + (lines.length - 1) * leading,
})

const squaresOf = (layout: WallLayout): readonly PlacedNote[] => layout.boards.flatMap((one) => one.notes)

describe('[M80] the picture of a board', () => {
  test('has every note’s whole text exactly once, on the board or below it', () => {
    fc.assert(
      fc.property(board, notes, shape, (definition, all, wanted) => {
        const { layout } = drawn(definition, all, wanted)
        const told = [...squaresOf(layout).filter(({ isPile }) => !isPile), ...layout.notes]
        expect(told.map((note) => joined(note.text)).sort()).toEqual(
          all.map((note) => calm(note.text)).sort(),
        )
      }),
      { numRuns: 60 },
    )
  })

  test('keeps all that is on a note within it, and all notes on the page', () => {
    fc.assert(
      fc.property(board, notes, shape, (definition, all, wanted) => {
        const { layout } = drawn(definition, all, wanted)
        const page = { x: 0, y: 0, width: layout.width, height: layout.height }
        for (const { x, y, scale, notes: squares, frames, titles } of layout.boards) {
          const onPage = (box: Box): Box => ({
            ...{ x: x + box.x * scale, y: y + box.y * scale },
            ...{ width: box.width * scale, height: box.height * scale },
          })
          for (const note of squares) {
            expectInside(onPage(note), page)
            for (const one of note.author ? [note.text, note.author] : [note.text])
              expectInside(boxOfText(one), note)
            const words = note.text.lines.length > 0 ? [boxOfText(note.text)] : []
            const foot = note.author ? [boxOfText(note.author)] : []
            const above = [...note.art, ...words, ...foot]
            for (const [i, thing] of above.entries()) {
              expectInside(thing, note)
              const before = above[i - 1]
              if (before) expect(thing.y).toBeGreaterThanOrEqual(before.y + before.height - 3)
            }
          }
          for (const [i, frame] of frames.entries()) {
            expectInside(onPage(frame), page)
            const title = titles[i]
            if (title) expectInside(boxOfText(title), { ...frame, height: 120 })
          }
        }
        for (const box of [...layout.notes, ...layout.zones]) expectInside(box, page)
        for (const [i, part] of layout.boards.entries())
          for (const zone of layout.zones)
            for (const note of part.notes)
              expect(part.y + (note.y + note.height) * part.scale, `part ${i}`).toBeLessThanOrEqual(zone.y)
      }),
      { numRuns: 60 },
    )
  })

  test('is a slide, or a sheet that lies across unless the canvas is tall', () => {
    fc.assert(
      fc.property(board, notes, shape, (definition, all, wanted) => {
        const { layout, picture } = drawn(definition, all, wanted)
        if (picture.board === undefined) return
        const ratio = layout.width / layout.height
        if (wanted === 'slide') expect(ratio).toBeCloseTo(16 / 9, 5)
        else
          expect(definition.layout === 'canvas' ? Math.abs(Math.log(ratio)) : Math.log(ratio)).toBeCloseTo(
            Math.log(Math.SQRT2),
            5,
          )
      }),
      { numRuns: 30 },
    )
  })

  const one = (more: Partial<Written>): Written => ({
    ...{ text: 'x', zone: '', at: {}, author: '', drawing: '', stack: 0 },
    ...more,
  })

  test('has each note where it stands on the board, and later ones over earlier ones', () => {
    const spots = [0.1, 0.5, 0.9].map((x) => one({ text: `à ${x}`, at: { matrix: { x, y: 1 - x } } }))
    const { layout } = drawn({ layout: 'matrix' }, spots, 'slide')
    expect(squaresOf(layout).map(({ x, y, text: words }) => [joined(words), x + 100, y + 100])).toEqual([
      ['à 0.1', 240, 1_215],
      ['à 0.5', 1_200, 675],
      ['à 0.9', 2_160, 135],
    ])
  })

  test('has the words of the drawing, of the axes and of the zones', () => {
    const said = (definition: Partial<WallDefinition>, zone = '') => {
      const at = { x: 0.5, y: 0.5 }
      const note = one({ zone, at: { matrix: at, picture: at, timeline: at } })
      const { picture } = drawn(definition, [note], 'slide')
      return wallSvg([picture], { shape: 'slide', language: 'fr' }).svg
    }
    for (const background of BACKGROUNDS) {
      const axes = { left: 'facile', right: 'difficile', bottom: 'flou', top: 'clair' }
      const svg = said({ layout: 'picture', background, axes })
      const words =
        background === 'two-by-two'
          ? Object.values(axes)
          : PART_IDS[background].map((id) => PART_WORDS.fr[id])
      for (const word of words) expect(svg).toContain(`>${word}<`)
    }
    expect(said({ layout: 'timeline' })).toMatch(/>Avant<[\s\S]*>Après</)
    expect(said({ layout: 'matrix', axes: { left: 'A & B', right: '', bottom: '', top: '' } })).toContain(
      'A &amp; B',
    )
    expect(said({ layout: 'canvas', zones: ZONES }, 'gone')).toMatch(/>Sans zone<[\s\S]*>Relier</)
  })

  test('shows a stack as a pile, and opened below; what nobody has placed stands below too', () => {
    const at = { matrix: { x: 0.2, y: 0.2 } }
    const { layout, picture } = drawn(
      { layout: 'matrix' },
      [
        one({ text: 'un', at, stack: 2 }),
        one({ text: 'deux', stack: 2 }),
        one({ text: 'seul' }),
        one({ text: 'posé', at }),
      ],
      'poster',
    )
    const [pile, alone] = squaresOf(layout)
    expect([pile?.isPile, pile && joined(pile.text), pile?.author && joined(pile.author)]).toEqual([
      ...[true, 'Pile 2', '2 contributions'],
    ])
    expect([alone?.isPile, alone && joined(alone.text)]).toEqual([false, 'posé'])
    expect(picture.zones.map(({ title, notes: inside }) => [title, inside.map((note) => note.text)])).toEqual(
      [
        ['Pile 2', ['un', 'deux']],
        ['Pas encore placés', ['seul']],
      ],
    )
  })

  test('where nobody has put anything anywhere, and in columns, it is columns', () => {
    const at = { canvas: { x: 5_000, y: 1 } }
    expect(drawn({ layout: 'matrix' }, [one({ at })], 'slide').layout.boards).toEqual([])
    expect(drawn({ layout: 'columns' }, [one({ at })], 'slide').layout.boards).toEqual([])
    expect(drawn({ layout: 'canvas' }, [one({})], 'slide').layout.boards).toHaveLength(1)
  })

  test('of a canvas with a note far away, and of a very long one, notes are still large enough to be read', () => {
    const size = (all: readonly Written[]) => {
      const { layout } = drawn({ layout: 'canvas' }, all, 'slide')
      return (200 * (layout.boards[0]?.scale ?? 0)) / layout.width
    }
    const near = Array.from({ length: 12 }, (_, i) =>
      one({ at: { canvas: { x: (i % 4) * 220, y: (i % 3) * 220 } } }),
    )
    expect(size([...near, one({ at: { canvas: { x: -90_000, y: 90_000 } } })])).toBeGreaterThan(0.06)
    const along = (x: number, y: number) =>
      Array.from({ length: 60 }, (_, i) => one({ at: { canvas: { x: i * x, y: i * y } } }))
    expect(size(along(230, 0))).toBeGreaterThan(0.06)
    expect(size(along(0, 230))).toBeGreaterThan(0.06)
  })

  test('is the same picture each time', () => {
    fc.assert(
      fc.property(board, notes, shape, fc.boolean(), (definition, all, wanted, pinned) => {
        const draw = () =>
          wallSvg([drawn(definition, all, wanted).picture], { shape: wanted, language: 'fr', pinned }).svg
        expect(draw()).toBe(draw())
      }),
      { numRuns: 15 },
    )
  })
})

test('[M80] a background picture is in the harvest by its id, with its rectangle', () => {
  const at = { x: 0.5, y: 0.5 }
  const note = { text: 'x', zone: '', at: { picture: at }, author: '', drawing: '', stack: 0 }
  const block = notesBlock({ layout: 'picture', background: { picture: 'pic' } }, [note])
  expect(block.board?.under.shapes).toEqual([
    { type: 'picture', picture: 'pic', x: 0, y: 0, width: 2_400, height: 1_350 },
  ])
  expect(block.board?.places).toEqual([{ note: 'n0', x: 1_200, y: 675 }])
})
