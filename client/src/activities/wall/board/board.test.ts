import { type Point, STEP, type WallNote } from '@escale/shared'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aligned, asGrid, type Placing } from './arrange.ts'
import { type Camera, fitted, lookOf, panned, toBoard, toScreen, zoomedAt } from './camera.ts'
import { inChunks, keysWithin, neighbour, placeAll } from './chunks.ts'
import { type Move, withPiles } from './pile.ts'
import { NEAR_SIDE, nextNear } from './use-near.ts'

const coordinate = fc.double({ min: -20_000, max: 20_000, noNaN: true })
const point = fc.record({ x: coordinate, y: coordinate })
const camera = fc.record({
  x: coordinate,
  y: coordinate,
  zoom: fc.double({ min: 0.02, max: 3, noNaN: true }),
})
const size = { width: 1_000, height: 600 }

const note = (id: string): WallNote => ({
  id,
  ...{ text: 'x', author: '', colour: 0, zone: '', order: 'i', createdAt: 0, stack: '', at: {} },
  ...{ picture: '', drawing: '', values: {}, seal: '' },
})
const grid = (columns: number, rows: number) =>
  new Map(
    Array.from({ length: columns * rows }, (_, i) => {
      const at = { x: (i % columns) * 220, y: Math.floor(i / columns) * 220 }
      return [`n${i}`, { note: note(`n${i}`), ...at }] as const
    }),
  )

describe('the camera', () => {
  test('screen and board say the same of a point', () =>
    fc.assert(
      fc.property(camera, point, (c, p) => {
        const back = toBoard(c, toScreen(c, p))
        expect(Math.hypot(back.x - p.x, back.y - p.y)).toBeLessThan(1e-6)
      }),
    ))

  test('zooming leaves what is under the hand where it is; panning leads it along', () =>
    fc.assert(
      fc.property(
        camera,
        fc.record({ x: fc.integer({ min: 0, max: 1_000 }), y: fc.integer({ min: 0, max: 600 }) }),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (c, hand, factor) => {
          const still = toBoard(c, hand)
          const after = toScreen(zoomedAt(c, factor, hand), still)
          expect(Math.hypot(after.x - hand.x, after.y - hand.y)).toBeLessThan(1e-3)
          const led = toScreen(panned(c, 30, -20), still)
          expect(Math.hypot(led.x - hand.x - 30, led.y - hand.y + 20)).toBeLessThan(1e-3)
        },
      ),
    ))

  test('a fitted rectangle is seen whole', () =>
    fc.assert(
      fc.property(point, fc.double({ min: 10, max: 30_000, noNaN: true }), (corner, side) => {
        const rect = { ...corner, width: side, height: side / 2 }
        const look = lookOf(fitted(rect, size, 24), size)
        expect(look.x).toBeLessThanOrEqual(rect.x)
        expect(look.y).toBeLessThanOrEqual(rect.y)
        expect(look.x + look.width).toBeGreaterThanOrEqual(rect.x + rect.width)
        expect(look.y + look.height).toBeGreaterThanOrEqual(rect.y + rect.height)
      }),
    ))
})

describe('the squares of the board', () => {
  test('every note is in one; squares in which nothing changed stay the same objects', () => {
    const before = grid(40, 30)
    const chunks = inChunks(before.values(), NEAR_SIDE, new Map())
    expect([...chunks.values()].flatMap((chunk) => chunk.notes)).toHaveLength(1_200)
    const places = new Map<string, Point>([...before].map(([id, { x, y }]) => [id, { x, y }]))
    places.set('n0', { x: 50, y: 0 })
    const notes = [...before.values()].map((one) => one.note)
    const after = inChunks(placeAll(notes, places, before).values(), NEAR_SIDE, chunks)
    expect([...after].filter(([key, chunk]) => chunk !== chunks.get(key)).map(([key]) => key)).toEqual([
      '0,0',
    ])
  })

  const viewOf = (c: Camera, isMoving = false) => ({ camera: c, isMoving, look: () => lookOf(c, size) })

  test('what is seen comes into the page a few notes at a time, until nothing is missing', () => {
    const chunks = inChunks(grid(60, 60).values(), NEAR_SIDE, new Map())
    const view = viewOf({ x: 3_000, y: 3_000, zoom: 0.5 })
    let near = nextNear({ hasLetters: false, keys: new Set(), isWhole: false }, view, chunks)
    expect(near.isWhole).toBe(false)
    for (let i = 0; i < 60 && !near.isWhole; i++) {
      const next = nextNear(near, view, chunks)
      expect(next.keys.size).toBeGreaterThanOrEqual(near.keys.size)
      near = next
    }
    expect(near.isWhole).toBe(true)
    for (const key of keysWithin(view.look(), NEAR_SIDE))
      if (chunks.has(key)) expect(near.keys).toContain(key)
    expect(near.keys.size).toBeLessThan(chunks.size / 2)
  })

  test('a note that is carried about stays in the square of its home, so that it stays the same element', () => {
    const placed = grid(3, 3)
    const [[id, first] = []] = [...placed]
    if (!id || !first) throw new Error('no note')
    const homes = new Map([...placed].map(([one, { x, y }]) => [one, { x, y }]))
    const home = inChunks(placed.values(), NEAR_SIDE, new Map())
    const carried = new Map(placed).set(id, { ...first, x: first.x + 5 * NEAR_SIDE })
    expect([...inChunks(carried.values(), NEAR_SIDE, home, homes).keys()]).toEqual([...home.keys()])
    expect([...inChunks(carried.values(), NEAR_SIDE, home).keys()]).not.toEqual([...home.keys()])
  })

  test('while a hand moves the board fewer come at a time, and what lies below them stays drawn', () => {
    const chunks = inChunks(grid(60, 60).values(), NEAR_SIDE, new Map())
    const camera = { x: 3_000, y: 3_000, zoom: 0.5 }
    const nothing = { hasLetters: false, keys: new Set<string>(), isWhole: false }
    const calm = nextNear(nothing, viewOf(camera), chunks)
    let near = nextNear(nothing, viewOf(camera, true), chunks)
    expect(near.keys.size).toBeLessThan(calm.keys.size)
    for (let i = 0; i < 200; i++) near = nextNear(near, viewOf(camera, true), chunks)
    expect(near.isWhole).toBe(false)
    near = nextNear(near, viewOf(camera), chunks)
    expect(near.isWhole).toBe(true)
    expect(nextNear(near, viewOf(camera, true), chunks).isWhole).toBe(true)
  })

  test('far away, or with too many in one view, there are papers only', () => {
    const start = { hasLetters: false, keys: new Set<string>(), isWhole: false }
    const chunks = inChunks(grid(60, 60).values(), NEAR_SIDE, new Map())
    expect(nextNear(start, viewOf({ x: 0, y: 0, zoom: 0.05 }), chunks).hasLetters).toBe(false)
    const heap = [...grid(60, 60).values()].map((one, i) => ({ ...one, x: i % 500, y: i % 300 }))
    const crowded = inChunks(heap, NEAR_SIDE, new Map())
    expect(nextNear(start, viewOf({ x: 0, y: 0, zoom: 1 }), crowded).hasLetters).toBe(false)
  })
})

describe('several notes put in order', () => {
  const several = fc
    .array(point, { minLength: 2, maxLength: 30 })
    .map((points) => points.map((p, i) => ({ id: `n${i}`, ...p })))
  const ways = [
    asGrid,
    (all: readonly Placing[]) => aligned(all, 'x'),
    (all: readonly Placing[]) => aligned(all, 'y'),
  ]

  test('each is there once, and none hides another', () =>
    fc.assert(
      fc.property(several, fc.constantFrom(...ways), (placed, way) => {
        const after = way(placed)
        expect(new Set(after.map((one) => one.id)).size).toBe(placed.length)
        for (const [i, p] of after.entries())
          for (const q of after.slice(i + 1))
            expect(Math.abs(p.x - q.x) >= STEP - 1e-6 || Math.abs(p.y - q.y) >= STEP - 1e-6).toBe(true)
      }),
    ))

  test('a grid is read as before', () => {
    const placed = [...grid(3, 2)].map(([id, { x, y }]) => ({ id, x, y }))
    expect(asGrid(placed)).toEqual(placed)
  })
})

test('arrows lead to the note that the eye would choose', () => {
  const all = grid(5, 5)
  const from = all.get('n12')
  if (!from) throw new Error('no note')
  const towards = (x: number, y: number) => neighbour(all.values(), from, [x, y])?.note.id
  expect([towards(1, 0), towards(-1, 0), towards(0, -1), towards(0, 1)]).toEqual(['n13', 'n11', 'n7', 'n17'])
  expect(neighbour(all.values(), { ...from, x: 9_000 }, [1, 0])).toBeUndefined()
})

test('[M84] a stack is moved as one: all its notes go where it is put, its first exactly there, and none lies under another', () => {
  const size = fc.integer({ min: 1, max: 30 })
  fc.assert(
    fc.property(size, point, point, (count, at, other) => {
      const stack = { id: 's', title: '', notes: Array.from({ length: count }, (_, i) => `s${i}`) }
      const wanted: Move[] = [
        { note: note('s0'), middle: at },
        { note: note('alone'), middle: other },
      ]
      const moved = withPiles(wanted, (id) => (id === 's0' ? stack : undefined), note)
      expect(moved.map((one) => one.note.id)).toEqual([...stack.notes, 'alone'])
      expect(moved[0]).toEqual(wanted[0])
      expect(moved.at(-1)).toEqual(wanted[1])
      for (const { middle, stands = at } of moved.slice(0, count)) {
        expect(stands).toEqual(at)
        expect(middle.x - at.x).toBeGreaterThanOrEqual(0)
        expect(middle.x - at.x).toBeLessThanOrEqual(STEP)
      }
      const places = new Set(moved.slice(0, Math.min(count, 9)).map(({ middle }) => middle.x))
      expect(places.size).toBe(Math.min(count, 9))
    }),
  )
  // What is gone meanwhile is left out.
  const stack = { id: 's', title: '', notes: ['s0', 'gone'] }
  const moved = withPiles(
    [{ note: note('s0'), middle: { x: 0, y: 0 } }],
    () => stack,
    () => undefined,
  )
  expect(moved).toHaveLength(1)
})
