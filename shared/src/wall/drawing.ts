/**
 * What somebody drew on a note: strokes of a pen on a sheet of fixed size, written as a short text. A stroke is the digit of
 * its pen and its points, `x,y` in base 36, the first as it is, the others from the one before: `1a3,4f.-2,5.1,8;0…`.
 */
import { DRAWING_MAX_CHARS } from './note.ts'

/** The sheet, in its own unit. */
export const DRAWING_WIDTH = 1_000
export const DRAWING_HEIGHT = 750
/** How broad each pen is, in the sheet's unit. */
export const PENS = [8, 16, 32] as const
export type Pen = 0 | 1 | 2
/** So many strokes fit in any case, however they run. */
export const STROKES_MAX = 400

export interface Spot {
  readonly x: number
  readonly y: number
}

export interface Stroke {
  readonly pen: Pen
  /** At least one: a dot. */
  readonly points: readonly Spot[]
}

/** What is drawn may differ from what was drawn by this much, in the sheet's unit, unless it would not fit. */
const TOLERANCE = 1
const COARSER = 1.6

const within = (value: number, most: number): number => Math.min(most, Math.max(0, Math.round(value)))

/** Whole, on the sheet, and no spot twice in a row. */
function onSheet(points: readonly Spot[]): Spot[] {
  const kept: Spot[] = []
  for (const { x, y } of points) {
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue
    const spot = { x: within(x, DRAWING_WIDTH), y: within(y, DRAWING_HEIGHT) }
    const last = kept.at(-1)
    if (last === undefined || last.x !== spot.x || last.y !== spot.y) kept.push(spot)
  }
  return kept
}

/** How far `p` is from the line between `a` and `b`. */
export function distanceToLine(p: Spot, a: Spot, b: Spot): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : ((p.x - a.x) * dx + (p.y - a.y) * dy) / length
  const t = Math.min(1, Math.max(0, along))
  return Math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy)
}

/** Ramer, Douglas, Peucker: the fewest of the points that stay this near to all of them. */
export function simplified(points: readonly Spot[], tolerance: number): Spot[] {
  if (points.length < 3) return [...points]
  const keep = new Set([0, points.length - 1])
  const open: [from: number, to: number][] = [[0, points.length - 1]]
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const [from, to] = part
    const [a, b] = [points[from], points[to]]
    if (a === undefined || b === undefined) continue
    let farthest = -1
    let most = tolerance
    for (let i = from + 1; i < to; i++) {
      const far = distanceToLine(points[i] ?? a, a, b)
      if (far > most) [most, farthest] = [far, i]
    }
    if (farthest < 0) continue
    keep.add(farthest)
    open.push([from, farthest], [farthest, to])
  }
  return points.filter((_, i) => keep.has(i))
}

const written = (n: number): string => n.toString(36)

function strokeText({ pen, points }: Stroke, tolerance: number): string {
  let last: Spot = { x: 0, y: 0 }
  // A loop too small to be seen comes back to where it began: a dot.
  const spots = onSheet(simplified(points, tolerance)).map((spot) => {
    const text = `${written(spot.x - last.x)},${written(spot.y - last.y)}`
    last = spot
    return text
  })
  return `${pen}${spots.join('.')}`
}

/** The strokes as text, as finely as fits; those beyond STROKES_MAX are left out. Empty: nothing was drawn. */
export function encodeDrawing(strokes: readonly Stroke[]): string {
  const drawn = strokes
    .slice(0, STROKES_MAX)
    .map(({ pen, points }) => ({ pen, points: onSheet(points) }))
    .filter(({ points }) => points.length > 0)
  for (let tolerance = TOLERANCE; ; tolerance *= COARSER) {
    const text = drawn.map((stroke) => strokeText(stroke, tolerance)).join(';')
    if (text.length <= DRAWING_MAX_CHARS) return text
  }
}

const NUMBER = /^-?[0-9a-z]{1,4}$/
const isPen = (pen: number): pen is Pen => pen in PENS

function readStroke(text: string): Stroke | undefined {
  const pen = Number(text.charAt(0))
  if (text === '' || !isPen(pen)) return undefined
  const points: Spot[] = []
  let [x, y] = [0, 0]
  for (const spot of text.slice(1).split('.')) {
    const [dx = '', dy = '', more] = spot.split(',')
    if (more !== undefined || !NUMBER.test(dx) || !NUMBER.test(dy)) return undefined
    x = within(x + Number.parseInt(dx, 36), DRAWING_WIDTH)
    y = within(y + Number.parseInt(dy, 36), DRAWING_HEIGHT)
    points.push({ x, y })
  }
  return { pen, points }
}

/** The strokes of a text; what is none of ours is left out. Never throws. */
export const decodeDrawing = (text: string): readonly Stroke[] =>
  text === '' || text.length > DRAWING_MAX_CHARS
    ? []
    : text
        .split(';')
        .slice(0, STROKES_MAX)
        .flatMap((stroke) => readStroke(stroke) ?? [])

/** The outline of strokes for an SVG `path`, in the sheet's unit. */
export const pathOf = (strokes: readonly Pick<Stroke, 'points'>[]): string =>
  strokes
    .map(({ points }) => {
      const [first, ...others] = points
      if (first === undefined) return ''
      // A dot has no length, and what has no length is not drawn everywhere.
      if (others.length === 0) return `M${first.x} ${first.y}h.1`
      return `M${first.x} ${first.y}L${others.map(({ x, y }) => `${x} ${y}`).join(' ')}`
    })
    .join('')

export interface PenPath {
  /** Of the line, in the sheet's unit. */
  readonly width: number
  readonly d: string
}

/** A drawing as one path for each pen that was used. */
export function drawingPaths(text: string): readonly PenPath[] {
  const strokes = decodeDrawing(text)
  return PENS.flatMap((width, pen) => {
    const d = pathOf(strokes.filter((stroke) => stroke.pen === pen))
    return d === '' ? [] : [{ width, d }]
  })
}
