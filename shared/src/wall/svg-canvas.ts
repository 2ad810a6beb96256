/**
 * A canvas made ready for a page: what people left empty far and wide is folded away, and what is far longer than the page
 * is cut where nothing stands, like a line of text. In board units.
 */
import { extentOf, type Rect } from './board.ts'
import { NOTE_SIDE } from './note.ts'
import type { BoardItem, PictureBoard } from './svg-picture.ts'

type Axis = 'x' | 'y'
type Frame = PictureBoard['frames'][number]
const EXTENT = { x: 'width', y: 'height' } as const

/** A wider gap in which nothing stands at all is made as narrow as this. */
const EMPTY_MAX = 3 * NOTE_SIDE
/** Between the parts of a canvas that was cut. */
export const PART_GAP = 0.4 * NOTE_SIDE
const PARTS_MAX = 12
/** It is cut only if that makes everything larger by this. */
const CUT_GAIN = 1.2

const boxOf = ({ x, y }: BoardItem): Rect => ({
  ...{ x: x - NOTE_SIDE / 2, y: y - NOTE_SIDE / 2 },
  ...{ width: NOTE_SIDE, height: NOTE_SIDE },
})
const boxesOf = ({ frames, items }: PictureBoard): readonly Rect[] => [...frames, ...items.map(boxOf)]

interface Run {
  readonly from: number
  to: number
}

interface Runs {
  /** Stretches of an axis on which something stands, in their order. */
  readonly runs: readonly Run[]
  /** In which of them something stands that begins there. */
  readonly at: ReadonlyMap<number, number>
}

function runsOf(boxes: readonly Rect[], axis: Axis): Runs {
  const runs: Run[] = []
  const at = new Map<number, number>()
  for (const box of boxes.toSorted((a, b) => a[axis] - b[axis])) {
    const [from, to] = [box[axis], box[axis] + box[EXTENT[axis]]]
    const last = runs.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else runs.push({ from, to })
    at.set(from, runs.length - 1)
  }
  return { runs, at }
}

/** By how much what stands in each run moves up. */
function shifts({ runs }: Runs): readonly number[] {
  let sum = 0
  return runs.map(({ from }, i) => {
    const before = runs[i - 1]
    if (before) sum += Math.max(0, from - before.to - EMPTY_MAX)
    return sum
  })
}

function fold(board: PictureBoard): PictureBoard {
  const boxes = boxesOf(board)
  const by = { x: runsOf(boxes, 'x'), y: runsOf(boxes, 'y') }
  const moved = { x: shifts(by.x), y: shifts(by.y) }
  const away = (box: Rect, axis: Axis): number => moved[axis][by[axis].at.get(box[axis]) ?? 0] ?? 0
  const shifted = <T extends { readonly x: number; readonly y: number }>(thing: T, box: Rect): T => ({
    ...thing,
    x: thing.x - away(box, 'x'),
    y: thing.y - away(box, 'y'),
  })
  return {
    ...board,
    frames: board.frames.map((frame) => shifted(frame, frame)),
    items: board.items.map((item) => shifted(item, boxOf(item))),
  }
}

/** The board cut between its runs in so many parts, about as long each; fewer where it cannot be cut so often. */
function cut(board: PictureBoard, axis: Axis, { runs, at }: Runs, count: number): PictureBoard[] {
  const whole = runs.reduce((sum, { from, to }) => sum + to - from, 0)
  let before = 0
  const parts = runs.map(({ from, to }) => {
    const middle = before + (to - from) / 2
    before += to - from
    return Math.min(count - 1, Math.floor((middle / whole) * count))
  })
  const found = new Map(parts.map((part) => [part, { frames: [] as Frame[], items: [] as BoardItem[] }]))
  const partWith = (box: Rect) => found.get(parts[at.get(box[axis]) ?? 0] ?? 0)
  for (const frame of board.frames) partWith(frame)?.frames.push(frame)
  for (const item of board.items) partWith(boxOf(item))?.items.push(item)
  return [...found.values()].map((part) => ({ ...board, ...part }))
}

export interface CanvasParts {
  /** In their order, and what each takes up. */
  readonly parts: readonly { readonly board: PictureBoard; readonly extent: Rect }[]
  readonly areBeside: boolean
}

/** How wide a page of this shape would be that holds the parts. */
function pageWidth({ parts, areBeside }: CanvasParts, ratio: number): number {
  const gaps = (parts.length - 1) * PART_GAP
  const sum = (of: 'width' | 'height') => parts.reduce((all, { extent }) => all + extent[of], gaps)
  const most = (of: 'width' | 'height') => Math.max(...parts.map(({ extent }) => extent[of]))
  return areBeside
    ? Math.max(sum('width'), ratio * most('height'))
    : Math.max(most('width'), ratio * sum('height'))
}

const withExtents = (boards: readonly PictureBoard[]): CanvasParts['parts'] =>
  boards.flatMap((board) => {
    const extent = extentOf(board.items, board.frames)
    return extent ? [{ board, extent }] : []
  })

/** `ratio`: of the room on the page. */
export function partsOfCanvas(canvas: PictureBoard, ratio: number): CanvasParts {
  const folded = fold(canvas)
  let best: CanvasParts = { parts: withExtents([folded]), areBeside: false }
  const { width = 1, height = 1 } = best.parts[0]?.extent ?? {}
  const stretch = width / (height * ratio)
  // Two halves are twice as high.
  if (Math.max(stretch, 1 / stretch) < 2 * CUT_GAIN) return best
  const axis = stretch > 1 ? 'x' : 'y'
  const runs = runsOf(boxesOf(folded), axis)
  let least = pageWidth(best, ratio) / CUT_GAIN
  for (let count = 2; count <= Math.min(PARTS_MAX, runs.runs.length); count++) {
    const parts = { parts: withExtents(cut(folded, axis, runs, count)), areBeside: axis === 'y' }
    const wide = pageWidth(parts, ratio)
    if (wide < least) [best, least] = [parts, wide]
  }
  return best
}
