import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  DRAWING_HEIGHT,
  DRAWING_WIDTH,
  decodeDrawing,
  distanceToLine,
  drawingPaths,
  encodeDrawing,
  PENS,
  type Spot,
  STROKES_MAX,
  type Stroke,
} from './drawing.ts'
import { DRAWING_MAX_CHARS } from './note.ts'

const FORM = /^[0-9a-z.,;-]*$/
const spot = fc.record({
  x: fc.double({ min: 0, max: DRAWING_WIDTH, noNaN: true }),
  y: fc.double({ min: 0, max: DRAWING_HEIGHT, noNaN: true }),
})
const stroke: fc.Arbitrary<Stroke> = fc.record({
  pen: fc.constantFrom(0 as const, 1 as const, 2 as const),
  points: fc.array(spot, { minLength: 1, maxLength: 40 }),
})

/** How far a spot is from the nearest line of a stroke. */
const away = (from: Spot, { points }: Stroke): number =>
  Math.min(...points.map((point, i) => distanceToLine(from, points[i - 1] ?? point, point)))

/** A line that turns at every step: the worst for whoever wants to write it short. */
const scribble = (points: number, seed: number): Stroke => ({
  pen: 1,
  points: Array.from({ length: points }, (_, i) => ({
    x: (i * 389 + seed * 97) % DRAWING_WIDTH,
    y: (i * 271 + seed * 53) % DRAWING_HEIGHT,
  })),
})

describe('a drawing', () => {
  test('[M56] read again is what was drawn, within a unit of the sheet', () => {
    fc.assert(
      fc.property(fc.array(stroke, { maxLength: 8 }), (strokes) => {
        const code = encodeDrawing(strokes)
        expect(code).toMatch(FORM)
        const read = decodeDrawing(code)
        expect(read.map(({ pen }) => pen)).toEqual(strokes.map(({ pen }) => pen))
        // One unit that simplifying may take, and the rounding to whole units.
        for (const [i, drawn] of strokes.entries())
          for (const point of drawn.points)
            expect(away(point, read[i] as Stroke)).toBeLessThanOrEqual(1 + Math.SQRT1_2 + 1e-9)
        expect(encodeDrawing(read)).toBe(code)
      }),
      { numRuns: 60 },
    )
  })

  test('[M56] fits, however long somebody scribbles; every stroke stays', () => {
    const many = Array.from({ length: STROKES_MAX + 20 }, (_, i) => scribble(40, i))
    for (const strokes of [[scribble(5_000, 1)], many]) {
      const code = encodeDrawing(strokes)
      expect(code.length).toBeLessThanOrEqual(DRAWING_MAX_CHARS)
      expect(decodeDrawing(code)).toHaveLength(Math.min(STROKES_MAX, strokes.length))
    }
  })

  test('[M56] rubbish is read as nothing, never throws, and leaves the sheet nowhere', () => {
    const almost = fc
      .array(fc.constantFrom('0', '1', '2', '9', 'a', 'zz', 'zzzz', '-', '.', ',', ';', '1a,b', '.-3,4'), {
        maxLength: 60,
      })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(fc.string(), almost), (code) => {
        for (const { points } of decodeDrawing(code))
          for (const { x, y } of points) {
            expect(x >= 0 && x <= DRAWING_WIDTH && y >= 0 && y <= DRAWING_HEIGHT).toBe(true)
          }
        for (const { d } of drawingPaths(code)) expect(d).toMatch(/^[MLh\d .]+$/)
      }),
    )
    expect(decodeDrawing('3a,b')).toEqual([])
    expect(decodeDrawing(`1${'0,1.'.repeat(DRAWING_MAX_CHARS)}0,1`)).toEqual([])
    expect(encodeDrawing([{ pen: 0, points: [{ x: Number.NaN, y: 1 }] }])).toBe('')
  })

  test('[M56] is one path for each pen that was used; a dot is a dot', () => {
    const code = encodeDrawing([
      { pen: 2, points: [{ x: 10, y: 20 }] },
      {
        pen: 0,
        points: [
          { x: 0, y: 0 },
          { x: 36, y: 5 },
        ],
      },
      {
        pen: 2,
        points: [
          { x: 1, y: 1 },
          { x: 2, y: 9 },
        ],
      },
    ])
    expect(code).toBe('2a,k;00,0.10,5;21,1.1,8')
    expect(drawingPaths(code)).toEqual([
      { width: PENS[0], d: 'M0 0L36 5' },
      { width: PENS[2], d: 'M10 20h.1M1 1L2 9' },
    ])
  })
})
