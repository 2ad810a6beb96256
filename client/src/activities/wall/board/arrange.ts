/** Several notes put in order at once: pure figures, board units, middles of notes. */
import { type Point, STEP } from '@escale/shared'

export interface Placing extends Point {
  readonly id: string
}

/** A grid is a little wider than high, as screens are. */
const GRID_RATIO = 1.5

const leastOf = (values: readonly number[]): number => Math.min(...values)
/** What stands in about one row is read from left to right. */
const byReading = (a: Point, b: Point): number => Math.round(a.y / STEP) - Math.round(b.y / STEP) || a.x - b.x

/** Side by side and row by row from their own top left corner, in the order in which they are read. */
export function asGrid(placed: readonly Placing[]): readonly Placing[] {
  const columns = Math.max(1, Math.round(Math.sqrt(placed.length * GRID_RATIO)))
  const left = leastOf(placed.map((one) => one.x))
  const top = leastOf(placed.map((one) => one.y))
  return placed.toSorted(byReading).map(({ id }, i) => ({
    id,
    x: left + (i % columns) * STEP,
    y: top + Math.floor(i / columns) * STEP,
  }))
}

/** One line along `axis`, in the order that they have along it: nobody overlaps. */
export function aligned(placed: readonly Placing[], axis: 'x' | 'y'): readonly Placing[] {
  const across = axis === 'x' ? 'y' : 'x'
  const line = placed.reduce((sum, one) => sum + one[across], 0) / Math.max(1, placed.length)
  let next = Number.NEGATIVE_INFINITY
  return placed
    .toSorted((a, b) => a[axis] - b[axis])
    .map(({ id, ...at }) => {
      const along = Math.max(at[axis], next)
      next = along + STEP
      return axis === 'x' ? { id, x: along, y: line } : { id, x: line, y: along }
    })
}
