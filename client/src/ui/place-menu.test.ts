import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeMenu } from './place-menu.ts'

const view = { width: 1366, height: 768 }
const at = (left: number, top: number) => ({ left, right: left + 40, top, bottom: top + 40 })

test('a menu stands below its button, at the wished edge', () => {
  const place = placeMenu(at(600, 100), { width: 200, height: 300 }, view, {
    align: 'end',
    placement: 'below',
  })
  expect(place).toMatchObject({ left: 440, top: 144 })
})

test('at the foot of the page it stands above, and a long one scrolls', () => {
  const wish = { align: 'start', placement: 'below' } as const
  expect(placeMenu(at(600, 700), { width: 200, height: 300 }, view, wish).top).toBe(396)
  const long = placeMenu(at(600, 400), { width: 200, height: 1_200 }, view, wish)
  expect(long.maxHeight).toBeLessThan(400)
})

test('whatever the button and the menu, all of it is in the window', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: view.width - 40 }),
      fc.integer({ min: 0, max: view.height - 40 }),
      fc.integer({ min: 50, max: 400 }),
      fc.integer({ min: 20, max: 3_000 }),
      fc.constantFrom('start', 'end'),
      fc.constantFrom('below', 'above'),
      (x, y, width, height, align, placement) => {
        const place = placeMenu(at(x, y), { width, height }, view, { align, placement })
        expect(place.left).toBeGreaterThanOrEqual(0)
        expect(place.left + width).toBeLessThanOrEqual(view.width)
        expect(place.top).toBeGreaterThanOrEqual(0)
        expect(place.top + Math.min(height, place.maxHeight)).toBeLessThanOrEqual(view.height)
        // Half a window at least: a menu that shows two lines of thirty is none.
        expect(place.maxHeight).toBeGreaterThanOrEqual(Math.min(height, 300))
      },
    ),
  )
})
