// @vitest-environment node
import { readFileSync } from 'node:fs'
import { compareNotes, NOTE_COLOURS, NOTE_INK, type WallNote } from '@escale/shared'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyColumns, pileUp, placeInColumns } from './masonry.ts'
import { withTouched } from './wall-store.ts'

describe('columns', () => {
  const ids = fc.uniqueArray(fc.uuid(), { maxLength: 60 })
  const height = (id: string) => 20 + (id.charCodeAt(0) % 7) * 10

  test('a note that comes moves none of those that are there', () => {
    fc.assert(
      fc.property(ids, ids, fc.integer({ min: 1, max: 8 }), (first, more, count) => {
        const before = placeInColumns(first, count, height, emptyColumns(1))
        const after = placeInColumns(
          [...first, ...more.filter((id) => !first.includes(id))],
          count,
          height,
          before,
        )
        for (const id of first) expect(after.of.get(id)).toBe(before.of.get(id))
      }),
    )
  })

  test('each paper begins where the one before it in its column ends, and one that comes moves those below it only', () => {
    fc.assert(
      fc.property(ids, fc.integer({ min: 1, max: 8 }), fc.nat(), (all, count, at) => {
        const columns = placeInColumns(all, count, height, emptyColumns(1))
        const { tops, height: tallest } = pileUp(all, columns, height)
        for (let column = 0; column < count; column++) {
          let end = 0
          for (const id of all.filter((one) => columns.of.get(one) === column)) {
            expect(tops.get(id)).toBe(end)
            end += height(id)
          }
          expect(end).toBeLessThanOrEqual(tallest)
        }
        const place = at % (all.length + 1)
        const more = [...all.slice(0, place), 'new', ...all.slice(place)]
        const after = placeInColumns(more, count, height, columns)
        const moved = pileUp(more, after, height).tops
        for (const [index, id] of all.entries())
          if (index < place || after.of.get(id) !== after.of.get('new'))
            expect(moved.get(id)).toBe(tops.get(id))
      }),
    )
  })

  test('columns are as even as the notes allow', () => {
    fc.assert(
      fc.property(ids, fc.integer({ min: 1, max: 8 }), (all, count) => {
        const { heights, of } = placeInColumns(all, count, height, emptyColumns(1))
        expect(of.size).toBe(all.length)
        expect(Math.max(...heights) - Math.min(...heights)).toBeLessThanOrEqual(80)
      }),
    )
  })
})

const note = (id: string, text: string, order = '0i'): WallNote => ({
  id,
  text,
  author: '',
  colour: 0,
  zone: '',
  order,
  createdAt: 0,
  stack: '',
  at: {},
  picture: '',
  drawing: '',
  values: {},
  seal: '',
})
const holding = (notes: readonly WallNote[]) => new Map(notes.map((one) => [one.id, one]))

test('notes that have not changed stay the same objects, and an unchanged wall the same list', () => {
  const before = [note('a', 'un'), note('b', 'deux')]
  const same = withTouched(before, holding(before), ['a', 'b'], (id) => ({
    ...(holding(before).get(id) as WallNote),
  }))
  expect(same).toBe(before)
  const now = holding([note('b', 'changé'), note('c', 'trois')])
  const after = withTouched(before, holding(before), ['b', 'c'], (id) => now.get(id))
  expect(after.map((one) => one.text)).toEqual(['un', 'changé', 'trois'])
  expect(after[0]).toBe(before[0])
})

test('whatever is touched, few notes or many, the list is what reading the whole wall would give', () => {
  const some = fc.uniqueArray(
    fc.record({ id: fc.nat({ max: 400 }), order: fc.nat({ max: 99 }), text: fc.nat({ max: 3 }) }),
    {
      selector: (one) => one.id,
      maxLength: 400,
    },
  )
  const notes = (all: readonly { id: number; order: number; text: number }[]) =>
    all
      .map(({ id, order, text }) => note(`n${id}`, `t${text}`, `${String(order).padStart(2, '0')}i`))
      .sort(compareNotes)
  fc.assert(
    fc.property(some, some, (one, other) => {
      const [before, after] = [notes(one), notes(other)]
      const ids = new Set([...before, ...after].map(({ id }) => id))
      expect(withTouched(before, holding(before), ids, (id) => holding(after).get(id))).toEqual(after)
    }),
  )
})

test('pictures and exports draw the papers in the colours of the screen', () => {
  const css = readFileSync(new URL('../../styles/tokens.css', import.meta.url), 'utf8')
  const papers = [...css.matchAll(/--note-(\d): (#[0-9a-f]{6})/g)].map((m) => m[2])
  expect(papers.slice(0, 8)).toEqual(NOTE_COLOURS.map((colour) => colour.light))
  expect(papers.slice(8, 16)).toEqual(NOTE_COLOURS.map((colour) => colour.dark))
  expect(css).toContain(`--note-ink: ${NOTE_INK.light}`)
})
