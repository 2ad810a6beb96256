import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FILM_MAX_MS, FILM_MIN_MS, FRAME_MS, filmLength, filmOf, framesBy } from './film.ts'
import type { WallNote } from './note.ts'
import { orderAt } from './order.ts'

const noteAt = (id: string, createdAt: number): WallNote => ({
  id,
  text: id,
  author: '',
  colour: 0,
  zone: '',
  order: orderAt(createdAt),
  createdAt,
  stack: '',
  at: {},
  picture: '',
  drawing: '',
  values: {},
  seal: '',
})
const T = 1_790_000_000_000
const wall = fc
  .array(
    fc.oneof(
      fc.nat({ max: 60 }),
      fc.integer({ min: T, max: T + 600_000 }),
      fc.integer({ min: T, max: T + 9e8 }),
    ),
    { maxLength: 300 },
  )
  .map((times) => times.map((at, i) => noteAt(`n${i}`, at)))
const length = fc.integer({ min: FILM_MIN_MS, max: FILM_MAX_MS })

test('[M53] every note is in the film once, in the order of its time, within its length', () => {
  fc.assert(
    fc.property(wall, length, (notes, ms) => {
      const frames = filmOf(notes, ms)
      const shown = frames.flatMap((frame) => frame.notes)
      expect([...shown].sort()).toEqual(notes.map((note) => note.id).sort())
      const times = new Map(notes.map((note) => [note.id, note.createdAt]))
      const inOrder = shown.map((id) => times.get(id) ?? 0)
      expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b))
      frames.forEach((frame, i) => {
        const before = frames[i - 1]
        expect(frame.at >= 0 && frame.at < ms && frame.notes.length > 0).toBe(true)
        if (before && frame.at > 0) expect(frame.at - before.at).toBeGreaterThanOrEqual(FRAME_MS)
        if (before) expect(frame.time).toBeGreaterThanOrEqual(before.time)
      })
    }),
  )
})

test('[M53] whatever the time it took, a film lasts from 20 to 40 seconds; of a few notes less', () => {
  expect([0, 1, 5, 10, 80, 160, 2_000, 20_000].map(filmLength)).toEqual([
    2_000, 2_000, 10_000, 20_000, 20_000, 40_000, 40_000, 40_000,
  ])
})

test('a silence of an hour is longer than one of a minute, and much shorter than sixty', () => {
  const notes = [T, T + 60_000, T + 3_660_000].map((at, i) => noteAt(`n${i}`, at))
  const [, minute = 0, hour = 0] = filmOf(notes, 20_000).map((f, i, all) => f.at - (all[i - 1]?.at ?? 0))
  expect(hour).toBeGreaterThan(minute)
  expect(hour).toBeLessThan(3 * minute)
})

test('[M10] notes that are dated to the minute still come one after the other', () => {
  const notes = Array.from({ length: 100 }, (_, i) => noteAt(`n${i}`, T))
  const frames = filmOf(notes, 20_000)
  expect(frames.length).toBe(100)
  expect(frames.map((frame) => frame.time)).toEqual(notes.map(() => T))
})

test('what is there from the start is there at once, and whoever comes late sees all that has been', () => {
  const notes = [noteAt('s0', 0), noteAt('s1', 1), noteAt('a', T), noteAt('b', T + 5_000)]
  const frames = filmOf(notes, 20_000)
  expect(frames[0]).toEqual({ at: 0, time: T, notes: ['s0', 's1'] })
  expect(framesBy(frames, 0)).toBe(1)
  expect(framesBy(frames, (frames[1]?.at ?? 0) - 1)).toBe(1)
  expect(framesBy(frames, 20_000)).toBe(3)
  expect(framesBy([], 5)).toBe(0)
})
