import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extentOf, FRAME, freePlace, keptPoint, placeNotes, STEP, zoneFrames, zoneUnder } from './board.ts'
import type { Point, SpatialLayout, WallNote } from './note.ts'

const ZONES = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
const note = (id: number, zone: string, at: WallNote['at'] = {}): WallNote => ({
  id: `n${id}`,
  ...{ text: 'x', author: '', colour: 0, zone, order: 'i', createdAt: id, stack: '', at },
  ...{ picture: '', drawing: '', values: {}, seal: '' },
})
const loose = (count: number, zone = '') => Array.from({ length: count }, (_, i) => note(i, zone))
const overlap = (p: Point, q: Point): boolean => Math.abs(p.x - q.x) < STEP && Math.abs(p.y - q.y) < STEP

const canvas = fc.record({
  zones: fc.constantFrom([], ZONES),
  zone: fc.array(fc.constantFrom('', 'a', 'b', 'c', 'gone'), { maxLength: 60 }),
  put: fc.array(
    fc.option(fc.record({ x: fc.integer({ min: -3000, max: 6000 }), y: fc.integer({ max: 4000 }) })),
  ),
})

describe('[M21] where notes stand on a board', () => {
  test('on the canvas nobody’s note is moved by the machine, and none of those it places hides another', () => {
    fc.assert(
      fc.property(canvas, ({ zones, zone, put }) => {
        const notes = zone.map((z, i) => note(i, z, put[i] ? { canvas: put[i] } : {}))
        const placed = placeNotes(notes, 'canvas', zones)
        expect(placed.size).toBe(notes.length)
        for (const one of notes) if (one.at.canvas) expect(placed.get(one.id)).toEqual(one.at.canvas)
        const cells = notes.filter((n) => !n.at.canvas).map((n) => placed.get(n.id) as Point)
        for (const [i, p] of cells.entries())
          for (const q of cells.slice(i + 1)) expect(overlap(p, q), JSON.stringify([p, q])).toBe(false)
      }),
    )
  })

  test('a new note stands where there is room, in its zone’s frame, and moves no other', () => {
    fc.assert(
      fc.property(canvas, fc.constantFrom('a', 'b', 'c'), ({ zone, put }, into) => {
        const notes = zone.map((z, i) => note(i, z, put[i] ? { canvas: put[i] } : {}))
        const before = placeNotes(notes, 'canvas', ZONES)
        const place = freePlace(notes, ZONES, into)
        const held = notes.map((n) => ({ ...n, at: { canvas: before.get(n.id) as Point } }))
        const next = [...held, note(999, into, { canvas: place })]
        const after = placeNotes(next, 'canvas', ZONES)
        for (const [id, point] of before) expect(after.get(id)).toEqual(point)
        expect(zoneUnder(zoneFrames(next, ZONES, after), place)).toBe(into)
      }),
    )
  })

  test('an undivided canvas of any size is about as wide as high', () => {
    for (const count of [100, 500, 2_000, 10_000]) {
      const extent = extentOf(placeNotes(loose(count), 'canvas', []).values())
      if (!extent) throw new Error('nothing placed')
      const ratio = extent.width / extent.height
      expect(ratio, String(count)).toBeGreaterThan(0.7)
      expect(ratio, String(count)).toBeLessThan(2.3)
    }
  })

  test('in a frame: at its fraction, or beside the frame; placing one moves no other', () => {
    const before = loose(30)
    const after = before.map((n) => (n.id === 'n3' ? { ...n, at: { matrix: { x: 0.25, y: 0.5 } } } : n))
    const [was, is] = [placeNotes(before, 'matrix', []), placeNotes(after, 'matrix', [])]
    for (const { x } of was.values()) expect(x).toBeLessThan(0)
    expect(is.get('n3')).toEqual({ x: FRAME.width / 4, y: FRAME.height / 2 })
    for (const [id, point] of is) if (id !== 'n3') expect(point).toEqual(was.get(id))
  })

  test('what is kept is within the frame, and the same again when it is read', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<SpatialLayout>('canvas', 'matrix', 'picture', 'timeline'),
        fc.double({ min: -9_000, max: 9_000, noNaN: true }),
        fc.double({ min: -9_000, max: 9_000, noNaN: true }),
        (layout, x, y) => {
          const kept = keptPoint(layout, { x, y })
          const [placed] = [...placeNotes([note(1, '', { [layout]: kept })], layout, []).values()]
          expect(keptPoint(layout, placed as Point)).toEqual(kept)
          if (layout !== 'canvas')
            for (const part of [kept.x, kept.y]) expect(part >= 0 && part <= 1).toBe(true)
        },
      ),
    )
  })

  test('nothing there has no extent', () => expect(extentOf([])).toBeUndefined())
})
