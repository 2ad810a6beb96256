/**
 * Where notes stand on a board, in board units (a note is NOTE_SIDE wide). The canvas has no edge; the other spatial layouts
 * are one FRAME, in which a place is a fraction of the whole. A note that nobody has put anywhere stands in a cell of a grid
 * (canvas) or beside the frame. The same figures for every screen, the server and the exports.
 */
import { NOTE_SIDE, type Point, type SpatialLayout, type WallNote } from './note.ts'

/** From one note to the next in a grid. */
export const STEP = NOTE_SIDE + 20
export const FRAME = { width: 2_400, height: 1_350 } as const
/** Paper around the frame: a note at its very edge still hangs on it, and the words of the axes have a place of their own. */
export const FRAME_EDGE = 130

/** Notes in a row of a zone's frame, and in a block of an undivided canvas. */
const ZONE_COLUMNS = 6
const BLOCK_COLUMNS = 12
const BLOCK_ROWS = 8
const BLOCK = BLOCK_COLUMNS * BLOCK_ROWS
/** Room between a zone's edge and its notes, for its title above, and between two zones. */
const ZONE_EDGE = 40
const ZONE_TITLE = 120
const ZONE_GAP = 120
const ZONE_ROWS_LEAST = 4
const ZONE_WIDTH = ZONE_COLUMNS * STEP + 2 * ZONE_EDGE
const ZONE_PITCH = ZONE_WIDTH + ZONE_GAP
/** Beside the frame: notes that wait to be placed, in columns that go away from it. */
const TRAY_ROWS = Math.floor(FRAME.height / STEP)
const TRAY_GAP = FRAME_EDGE + 60

export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A zone of the canvas. `zone` empty: notes of no zone, where there are zones. */
export interface ZoneFrame extends Rect {
  readonly zone: string
}

type Zones = readonly { readonly id: string }[]
type Placed = ReadonlyMap<string, Point>

/** Zones stand side by side; what has no zone stands to the left of them. Undefined: an undivided canvas. */
function zoneIndex(zone: string, zones: Zones): number | undefined {
  return zones.length === 0 ? undefined : zones.findIndex((z) => z.id === zone)
}

/** The middle of a cell of the canvas; cells of a zone (see `zoneIndex`) fill row by row. */
function cellOf(rank: number, zone: number | undefined): Point {
  if (zone !== undefined)
    return {
      x: zone * ZONE_PITCH + ZONE_EDGE + (rank % ZONE_COLUMNS) * STEP + STEP / 2,
      y: ZONE_TITLE + Math.floor(rank / ZONE_COLUMNS) * STEP + STEP / 2,
    }
  // Blocks are read like pages; they grow around a square, so that a wall of any size is nowhere a thin strip.
  const block = Math.floor(rank / BLOCK)
  const side = Math.floor(Math.sqrt(block))
  const along = block - side * side
  const [column, row] = along < side ? [side, along] : [along - side, side]
  const within = rank % BLOCK
  return {
    x: (column * BLOCK_COLUMNS + (within % BLOCK_COLUMNS)) * STEP + STEP / 2,
    y: (row * BLOCK_ROWS + Math.floor(within / BLOCK_COLUMNS)) * STEP + STEP / 2,
  }
}

/** Steps of a grid that begins where this zone's cells begin: two points of one step hide each other. */
const stepOf = ({ x, y }: Point, zone: number | undefined): string => {
  const [left, top] = zone === undefined ? [0, 0] : [zone * ZONE_PITCH + ZONE_EDGE, ZONE_TITLE]
  return `${Math.floor((x - left) / STEP)},${Math.floor((y - top) / STEP)}`
}

/** Hands out cells of each zone, in order, none twice and none in which something stands. */
function cellsBeside(standing: readonly Point[], zones: Zones): (zone: string) => Point {
  const open = new Map<number | undefined, { rank: number; readonly taken: ReadonlySet<string> }>()
  return (zone) => {
    const index = zoneIndex(zone, zones)
    const here = open.get(index) ?? { rank: 0, taken: new Set(standing.map((p) => stepOf(p, index))) }
    open.set(index, here)
    for (;;) {
      const cell = cellOf(here.rank++, index)
      if (!here.taken.has(stepOf(cell, index))) return cell
    }
  }
}

/** Middle of each note on the canvas. */
function placeOnCanvas(notes: readonly WallNote[], zones: Zones): Placed {
  const cell = cellsBeside(
    notes.flatMap((note) => note.at.canvas ?? []),
    zones,
  )
  return new Map(notes.map((note) => [note.id, note.at.canvas ?? cell(note.zone)]))
}

/** Where a new note of this zone goes on the canvas when nobody says where. */
export const freePlace = (notes: readonly WallNote[], zones: Zones, zone: string): Point =>
  cellsBeside([...placeOnCanvas(notes, zones).values()], zones)(zone)

/** Where each note stands in this layout: its middle, in board units. */
export function placeNotes(notes: readonly WallNote[], layout: SpatialLayout, zones: Zones): Placed {
  if (layout === 'canvas') return placeOnCanvas(notes, zones)
  return new Map(
    notes.map((note, rank) => {
      const at = note.at[layout]
      if (at) return [note.id, { x: at.x * FRAME.width, y: at.y * FRAME.height }]
      // Ranked among all notes: placing one leaves a gap and moves nobody else's note.
      const x = -TRAY_GAP - Math.floor(rank / TRAY_ROWS) * STEP - STEP / 2
      return [note.id, { x, y: (rank % TRAY_ROWS) * STEP + STEP / 2 }]
    }),
  )
}

/** A point of the board as a note keeps it; what lies beyond the frame comes to its edge. */
export function keptPoint(layout: SpatialLayout, { x, y }: Point): Point {
  if (layout === 'canvas') return { x: Math.round(x), y: Math.round(y) }
  const part = (value: number, whole: number) =>
    Math.round(Math.min(1, Math.max(0, value / whole)) * 10_000) / 10_000
  return { x: part(x, FRAME.width), y: part(y, FRAME.height) }
}

/** The zones of a canvas as frames around what stands in them; none on an undivided canvas. */
export function zoneFrames(notes: readonly WallNote[], zones: Zones, placed: Placed): readonly ZoneFrame[] {
  if (zones.length === 0) return []
  const hasLoose = notes.some((note) => zoneIndex(note.zone, zones) === -1)
  let height = ZONE_TITLE + ZONE_ROWS_LEAST * STEP
  for (const note of notes) height = Math.max(height, (placed.get(note.id)?.y ?? 0) + STEP / 2)
  return [...(hasLoose ? [''] : []), ...zones.map((z) => z.id)].map((zone) => ({
    zone,
    x: (zoneIndex(zone, zones) ?? 0) * ZONE_PITCH,
    y: 0,
    width: ZONE_WIDTH,
    height: height + ZONE_EDGE,
  }))
}

/** The zone into whose frame a note is put at this point of the canvas; undefined: none of them. */
export const zoneUnder = (frames: readonly ZoneFrame[], { x, y }: Point): string | undefined =>
  frames.find((f) => x >= f.x && x <= f.x + f.width && y >= f.y && y <= f.y + f.height)?.zone

/** The least rectangle with all notes and frames in it; undefined: nothing there. */
export function extentOf(placed: Iterable<Point>, frames: readonly Rect[] = []): Rect | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  const take = (x: number, y: number, width: number, height: number) => {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + width)
    bottom = Math.max(bottom, y + height)
  }
  for (const { x, y } of placed) take(x - NOTE_SIDE / 2, y - NOTE_SIDE / 2, NOTE_SIDE, NOTE_SIDE)
  for (const { x, y, width, height } of frames) take(x, y, width, height)
  return left > right ? undefined : { x: left, y: top, width: right - left, height: bottom - top }
}
