/** In which named part of the wall a note stands, as the wall is looked at now. */
import { FRAME, STEP } from '../../wall/board.ts'
import type { Point, WallNote } from '../../wall/note.ts'
import { partAt, spotOf } from './backgrounds.ts'
import type { WallDefinition } from './definition.ts'
import { PART_IDS, type PartId, type SayPart } from './part-words.ts'

/** What decides how notes are laid out. */
export type Look = Pick<WallDefinition, 'layout' | 'background' | 'axes'>

export interface Part {
  readonly id: PartId
  readonly name: string
}

/** The drawing whose parts count: a matrix is a two-by-two. Undefined: this wall has no parts. */
const drawingOf = ({ layout, background }: Look) =>
  layout === 'matrix'
    ? 'two-by-two'
    : layout === 'picture' && typeof background === 'string'
      ? background
      : undefined

const ENDS = {
  'top-left': ['left', 'top'],
  'top-right': ['right', 'top'],
  'bottom-left': ['left', 'bottom'],
  'bottom-right': ['right', 'bottom'],
} as const
const isQuadrant = (part: PartId): part is keyof typeof ENDS => Object.hasOwn(ENDS, part)

/** A quadrant is called after the ends of the axes between which it lies, where they have names. */
function nameOf(part: PartId, axes: Look['axes'], say: SayPart): string {
  const ends = isQuadrant(part) ? ENDS[part].map((end) => axes[end].trim()).filter((end) => end !== '') : []
  return ends.length > 0 ? ends.join(' · ') : say(part)
}

/** The parts of a wall in the order in which one reads them; none: the layout has no parts. */
export function partsOfWall(look: Look, say: SayPart): readonly Part[] {
  const drawing = drawingOf(look)
  return drawing === undefined
    ? []
    : PART_IDS[drawing].map((id) => ({ id, name: nameOf(id, look.axes, say) }))
}

/** The part in which a note stands; undefined: the wall has no parts, or nobody has put the note anywhere yet. */
export function partOfNote(look: Look, note: Pick<WallNote, 'at'>): PartId | undefined {
  const drawing = drawingOf(look)
  const place = look.layout === 'matrix' ? note.at.matrix : note.at.picture
  return drawing === undefined || place === undefined ? undefined : partAt(drawing, place)
}

type Placed = Pick<WallNote, 'at'>

/** Cells of the frame in which one note fits beside the next. */
const COLUMNS = Math.floor(FRAME.width / STEP)
const ROWS = Math.floor(FRAME.height / STEP)
const CELLS: readonly Point[] = Array.from({ length: COLUMNS * ROWS }, (_, i) => ({
  x: ((i % COLUMNS) + 0.5) / COLUMNS,
  y: (Math.floor(i / COLUMNS) + 0.5) / ROWS,
}))
/** A row is filled before the next is begun: what is written at a part's edges stays to be read. */
const ROW_FIRST = 1.8
const cellOf = ({ x, y }: Point): number =>
  Math.min(COLUMNS - 1, Math.floor(x * COLUMNS)) + Math.min(ROWS - 1, Math.floor(y * ROWS)) * COLUMNS

/**
 * Where a note goes that is to stand in this part: the free cell nearest to the part's good place, or the emptiest one. How one
 * puts a note somewhere without dragging it. Undefined: the wall has no such part now.
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
  const good = spotOf(part)
  const away = ({ x, y }: Point) =>
    Math.hypot((x - good.x) * FRAME.width, (y - good.y) * FRAME.height * ROW_FIRST)
  let best = good
  let bestRank: readonly [number, number] = [Number.POSITIVE_INFINITY, 0]
  CELLS.forEach((cell, i) => {
    if (partAt(drawing, cell) !== part) return
    const rank = [held.get(i) ?? 0, away(cell)] as const
    if (rank[0] < bestRank[0] || (rank[0] === bestRank[0] && rank[1] < bestRank[1])) {
      best = cell
      bestRank = rank
    }
  })
  return { [layout]: best }
}
