// @vitest-environment node
import { compareNotes, orderAt, type WallNote } from '@escale/shared'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placesAt, targetOf } from './places.ts'

const note = (id: string, order: string): WallNote => ({
  ...{ id, order, text: id, author: '', colour: 0, zone: 'z', createdAt: 0, stack: '', at: {} },
  ...{ picture: '', drawing: '', values: {}, seal: '' },
})
const NOW = 1_790_000_000_000

/** Notes in order; of few keys, as on a wall without names, where all of a minute have the same. */
const walls = fc
  .uniqueArray(fc.tuple(fc.nat({ max: 99 }), fc.nat({ max: 4 })), { selector: ([id]) => id, maxLength: 25 })
  .map((all) =>
    all.map(([id, key]) => note(`n${id}`, orderAt(NOW - 60_000 * (5 - key)))).toSorted(compareNotes),
  )

test('[M46] moved notes stand exactly where they were put, in their order, and all others keep theirs', () => {
  fc.assert(
    fc.property(walls, fc.integer({ min: 1, max: 6 }), fc.nat(), (others, count, where) => {
      const moved = Array.from({ length: count }, (_, i) => note(`m${i}`, orderAt(i)))
      const at = where % (others.length + 1)
      const places = placesAt({ moved, others, at, zone: 'z2', mayMoveOthers: true, now: NOW })
      const keys = new Map(places.map((place) => [place.id, place.order]))
      const after = [...moved, ...others]
        .map((one) => ({ ...one, order: keys.get(one.id) ?? one.order }))
        .toSorted(compareNotes)
      const ids = others.map((one) => one.id)
      expect(after.map((one) => one.id)).toEqual([
        ...ids.slice(0, at),
        ...moved.map((one) => one.id),
        ...ids.slice(at),
      ])
      expect(places.filter(({ id, zone }) => id.startsWith('n') && zone !== 'z')).toEqual([])
      for (const { order } of places) expect(order.length).toBeLessThanOrEqual(40)
    }),
  )
})

test('[M46] whoever may move their own notes only gives no other note another key', () => {
  fc.assert(
    fc.property(walls, fc.nat(), (others, where) => {
      const at = where % (others.length + 1)
      const places = placesAt({
        ...{ moved: [note('m', orderAt(0))], others, at, zone: 'z' },
        ...{ mayMoveOthers: false, now: NOW },
      })
      expect(places.map((place) => place.id)).toEqual(['m'])
    }),
  )
})

test('[M46] what is put last stands before what is written later', () => {
  const [place] = placesAt({
    ...{ moved: [note('m', orderAt(0))], others: [note('n', orderAt(NOW - 1_000))], at: 1, zone: 'z' },
    ...{ mayMoveOthers: true, now: NOW },
  })
  expect((place?.order ?? '') > orderAt(NOW - 1_000)).toBe(true)
  expect((place?.order ?? '') < orderAt(NOW)).toBe(true)
})

test('steps end at the ends', () => {
  expect([
    targetOf('up', 0, 3),
    targetOf('first', 0, 3),
    targetOf('down', 2, 3),
    targetOf('last', 2, 3),
  ]).toEqual([null, null, null, null])
  expect([targetOf('up', 2, 3), targetOf('down', 0, 3), targetOf('last', 0, 3)]).toEqual([1, 1, 2])
})
