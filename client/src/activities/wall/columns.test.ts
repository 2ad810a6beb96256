// @vitest-environment node
import { readFileSync } from 'node:fs'
import { NOTE_COLOURS, NOTE_INK, type WallNote } from '@escale/shared'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyColumns, placeInColumns } from './masonry.ts'
import { keepSame } from './wall-store.ts'

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

test('notes that have not changed stay the same objects, and an unchanged wall the same list', () => {
  const note = (id: string, text: string): WallNote => ({
    id,
    text,
    author: '',
    colour: 0,
    zone: '',
    order: '0i',
    createdAt: 0,
  })
  const before = [note('a', 'un'), note('b', 'deux')]
  expect(keepSame(before, [note('a', 'un'), note('b', 'deux')])).toBe(before)
  const after = keepSame(before, [note('a', 'un'), note('b', 'changé'), note('c', 'trois')])
  expect(after[0]).toBe(before[0])
  expect(after[1]).not.toBe(before[1])
})

test('pictures and exports draw the papers in the colours of the screen', () => {
  const css = readFileSync(new URL('../../styles/tokens.css', import.meta.url), 'utf8')
  const papers = [...css.matchAll(/--note-(\d): (#[0-9a-f]{6})/g)].map((m) => m[2])
  expect(papers.slice(0, 8)).toEqual(NOTE_COLOURS.map((colour) => colour.light))
  expect(papers.slice(8, 16)).toEqual(NOTE_COLOURS.map((colour) => colour.dark))
  expect(css).toContain(`--note-ink: ${NOTE_INK.light}`)
})
