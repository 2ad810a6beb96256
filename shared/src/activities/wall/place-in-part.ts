/** A place for a note that is to stand in a named part of the wall. */
import { FRAME, STEP } from '../../wall/board.ts'
import { NOTE_SIDE, type Point, type WallNote } from '../../wall/note.ts'
import { BACKGROUND_BOX, partAt, spotOf } from './backgrounds.ts'
import { wordBoxes } from './drawings/label.ts'
import { shapesOf } from './drawings/shapes-of.ts'
import { PART_IDS, PART_WORDS, type PartId } from './part-words.ts'
import { drawingOf, type Look } from './parts.ts'

type Placed = Pick<WallNote, 'at'>

/** Cells of the frame in which one note fits beside the next. */
const COLUMNS = Math.floor(FRAME.width / STEP)
const ROWS = Math.floor(FRAME.height / STEP)
const CELLS: readonly Point[] = Array.from({ length: COLUMNS * ROWS }, (_, i) => ({
  x: ((i % COLUMNS) + 0.5) / COLUMNS,
  y: (Math.floor(i / COLUMNS) + 0.5) / ROWS,
}))
/** A place on words counts as so many notes that are there already: worse than a free one, better than one on a note. */
const ON_WORDS = 0.5
/** A row is filled before the next is begun: what is written at a part's edges stays to be read. */
const ROW_FIRST = 1.8
const cellOf = ({ x, y }: Point): number =>
  Math.min(COLUMNS - 1, Math.floor(x * COLUMNS)) + Math.min(ROWS - 1, Math.floor(y * ROWS)) * COLUMNS

/** Cells in which a note would hide what a part is called, or the end of an axis. */
function wordedCells({ layout, background, axes }: Look): ReadonlySet<number> {
  if (layout !== 'picture' || typeof background !== 'string') return new Set()
  const unit = FRAME.width / BACKGROUND_BOX.width
  // Whoever writes the note may read another language than who reads it.
  const words = Object.values(PART_WORDS).flatMap((say) =>
    wordBoxes(shapesOf(background, (part) => say[part], axes)),
  )
  const isWorded = ({ x, y }: Point): boolean =>
    words.some(
      (word) =>
        Math.abs(x * FRAME.width - (word.x + word.width / 2) * unit) < (word.width * unit + NOTE_SIDE) / 2 &&
        Math.abs(y * FRAME.height - (word.y + word.height / 2) * unit) < (word.height * unit + NOTE_SIDE) / 2,
    )
  return new Set(CELLS.flatMap((cell, i) => (isWorded(cell) ? [i] : [])))
}

/**
 * Where a note goes that is to stand in this part: the free cell nearest to the part's good place, off the words while there
 * is one, or the emptiest one. How one puts a note somewhere without dragging it. Undefined: the wall has no such part now.
 */
export function placeInPart(look: Look, part: PartId, notes: readonly Placed[]): WallNote['at'] | undefined {
  const { layout } = look
  const drawing = drawingOf(look)
  if (drawing === undefined || (layout !== 'matrix' && layout !== 'picture')) return undefined
  if (!(PART_IDS[drawing] as readonly PartId[]).includes(part)) return undefined
  const held = new Map<number, number>()
  for (const { at } of notes) {
    const place = at[layout]
    if (place) held.set(cellOf(place), (held.get(cellOf(place)) ?? 0) + 1)
  }
  const worded = wordedCells(look)
  const good = spotOf(part)
  const away = ({ x, y }: Point) =>
    Math.hypot((x - good.x) * FRAME.width, (y - good.y) * FRAME.height * ROW_FIRST)
  let best = good
  let bestRank: readonly [number, number] = [Number.POSITIVE_INFINITY, 0]
  CELLS.forEach((cell, i) => {
    if (partAt(drawing, cell) !== part) return
    const rank = [(held.get(i) ?? 0) + (worded.has(i) ? ON_WORDS : 0), away(cell)] as const
    if (rank[0] < bestRank[0] || (rank[0] === bestRank[0] && rank[1] < bestRank[1])) {
      best = cell
      bestRank = rank
    }
  })
  return { [layout]: best }
}
