/** Zones side by side, each with as many columns of notes as it needs, in one or several bands. */
import { NOTE_WIDTH, type NoteSize, placeNote } from './svg-note.ts'
import type { Box, PictureZone, PlacedNote, PlacedText, WallPicture } from './svg-picture.ts'
import { wrapText } from './svg-wrap.ts'

/** Between notes, both ways. */
export const GAP = 16
/** Columns are drawn out so that they end on one line, but notes never drift further apart than this. */
const GAP_MAX = 25
const PANEL = 18
const BAND_GAP = 28
const ZONE_GAP = 28
const TITLE_SIZE = 22
const COUNT_SIZE = 15
const LEADING = 1.25
const EMPTY_HEIGHT = 40
/** Of a few panels; many, as of all themes of a large wall, are about as many bands as each has panels. */
const BANDS_MAX = 5
/** What a zone's title takes, about: an empty zone takes room too. */
const TITLE_ROOM = 80

interface Placed {
  readonly texts: readonly PlacedText[]
  readonly boxes: readonly Box[]
  readonly notes: readonly PlacedNote[]
}

export interface ZoneLayout {
  readonly width: number
  readonly height: number
  readonly bands: number
  /** `bottom`: where the page's content may end; at least `top + height`. */
  readonly place: (left: number, top: number, bottom: number) => Placed
}

interface ZoneColumns {
  readonly width: number
  readonly height: number
  readonly place: (left: number, top: number, bottom: number) => Placed
}

interface ZoneNotes {
  readonly zone: PictureZone
  readonly sizes: readonly NoteSize[]
}

/** What all zones of a wall have in common. */
interface Frame {
  readonly framed: boolean
  readonly empty: string
  readonly scale: number
}

const nothing = (): { texts: PlacedText[]; boxes: Box[]; notes: PlacedNote[] } => ({
  texts: [],
  boxes: [],
  notes: [],
})

interface Column {
  readonly sizes: NoteSize[]
  height: number
}

/** The notes in the order in which they come, each into the column that is shortest so far. */
function masonry(sizes: readonly NoteSize[], count: number): Column[] {
  const columns = Array.from({ length: count }, (): Column => ({ sizes: [], height: -GAP }))
  for (const sized of sizes) {
    const shortest = columns.reduce((a, b) => (b.height < a.height ? b : a))
    shortest.sizes.push(sized)
    shortest.height += GAP + sized.height
  }
  return columns
}

function placeColumn(column: Column, x: number, top: number, bottom: number): PlacedNote[] {
  const spare = (bottom - top - column.height) / Math.max(1, column.sizes.length - 1)
  const gap = GAP + Math.max(0, Math.min(GAP_MAX - GAP, spare))
  let y = top
  return column.sizes.map((sized) => {
    const placed = placeNote(sized, x, y)
    y += sized.height + gap
    return placed
  })
}

/** One zone in a number of columns. A wall with a single zone has no panel around it. */
function zoneColumns({ zone, sizes }: ZoneNotes, columns: number, frame: Frame): ZoneColumns {
  const pad = frame.framed ? PANEL : 0
  const inside = columns * (NOTE_WIDTH + GAP) - GAP
  const heads = [
    { text: zone.within, size: COUNT_SIZE * frame.scale, bold: false },
    { text: zone.title, size: TITLE_SIZE * frame.scale, bold: true },
    {
      text: frame.framed || zone.title !== '' ? zone.count : '',
      size: COUNT_SIZE * frame.scale,
      bold: false,
    },
    { text: sizes.length === 0 ? frame.empty : '', size: 17, bold: false },
  ]
    .filter(({ text }) => text !== '')
    .map(({ text, size, bold }) => {
      const lines = wrapText(text, inside, { size, weight: bold ? 'bold' : 'regular' })
      return { lines, size, bold, quiet: !bold, leading: size * LEADING }
    })
  const headed = heads.reduce((sum, h) => sum + h.leading * h.lines.length, 0)
  const head = headed === 0 ? 0 : headed + 14
  const walls = masonry(sizes, columns)
  const height = 2 * pad + head + Math.max(EMPTY_HEIGHT, ...walls.map((c) => c.height))
  return {
    width: inside + 2 * pad,
    height,
    place: (left, top, bottom) => {
      const placed = nothing()
      const x = left + pad
      if (frame.framed) placed.boxes.push({ x: left, y: top, width: inside + 2 * pad, height: bottom - top })
      let y = top + pad
      for (const text of heads) {
        placed.texts.push({ ...text, x, right: x + inside, y: y + text.size * 0.9 })
        y += text.leading * text.lines.length
      }
      const from = top + pad + head
      for (const [i, column] of walls.entries())
        placed.notes.push(...placeColumn(column, x + i * (NOTE_WIDTH + GAP), from, bottom - pad))
      return placed
    },
  }
}

/** How long one column of all its notes would be: what a zone weighs when room is shared out. */
const lengthOf = ({ sizes }: ZoneNotes): number => sizes.reduce((sum, s) => sum + s.height + GAP, TITLE_ROOM)

/** Shares the columns of one band out: every zone gets one, each further one goes to the tallest. */
function band(zones: readonly ZoneNotes[], columns: number, frame: Frame): ZoneColumns[] {
  const shares = zones.map((zone) => ({ zone, count: 1, length: lengthOf(zone) }))
  const tall = ({ length, count }: { length: number; count: number }): number => length / count
  for (let left = columns - zones.length; left > 0; left--) {
    const open = shares.filter(({ zone, count }) => count < zone.sizes.length)
    if (open.length === 0) break
    open.reduce((a, b) => (tall(b) > tall(a) ? b : a)).count++
  }
  return shares.map(({ zone, count }) => zoneColumns(zone, count, frame))
}

const widthOf = (zones: readonly ZoneColumns[]): number =>
  zones.reduce((sum, z) => sum + z.width + ZONE_GAP, -ZONE_GAP)
const heightOf = (zones: readonly ZoneColumns[]): number => Math.max(...zones.map((z) => z.height))

function stacked(bands: readonly (readonly ZoneColumns[])[]): ZoneLayout {
  const height = bands.reduce((sum, zones) => sum + heightOf(zones) + BAND_GAP, -BAND_GAP)
  return {
    width: Math.max(...bands.map(widthOf)),
    height,
    bands: bands.length,
    place: (left, top, bottom) => {
      const whole = nothing()
      const spare = Math.max(0, bottom - top - height) / bands.length
      let y = top
      for (const zones of bands) {
        let x = left
        const end = y + heightOf(zones) + spare
        for (const zone of zones) {
          const placed = zone.place(x, y, end)
          whole.texts.push(...placed.texts)
          whole.boxes.push(...placed.boxes)
          whole.notes.push(...placed.notes)
          x += zone.width + ZONE_GAP
        }
        y = end + BAND_GAP
      }
      return whole
    },
  }
}

/** The zones in their order, in so many bands that hold about as much each. */
function inBands(zones: readonly ZoneNotes[], bands: number): ZoneNotes[][] {
  const share = zones.reduce((sum, z) => sum + lengthOf(z), 0) / bands
  const rows: ZoneNotes[][] = []
  let filled = 0
  for (const zone of zones) {
    const row = Math.min(bands - 1, Math.floor((filled + lengthOf(zone) / 2) / share))
    const open = rows[row] ?? []
    rows[row] = [...open, zone]
    filled += lengthOf(zone)
  }
  return rows.filter((row) => row !== undefined)
}

/** The ways to lay the zones out in so many columns: in one band, two, … */
export function* fillZones(
  { zones, empty, board }: WallPicture,
  sizes: readonly (readonly NoteSize[])[],
  columns: number,
  scale: number,
): Generator<ZoneLayout> {
  const all = zones.map((zone, i) => ({ zone, sizes: sizes[i] ?? [] }))
  const frame = { framed: all.length > 1 || board !== undefined, empty, scale }
  const most = Math.min(all.length, Math.max(BANDS_MAX, Math.ceil(Math.sqrt(all.length))))
  for (let bands = 1; bands <= most; bands++) {
    const rows = inBands(all, bands)
    if (bands > 1 && rows.some((row) => row.length > columns)) continue
    yield stacked(rows.map((row) => band(row, columns, frame)))
  }
}
