/** Zones side by side, each with as many columns of notes as it needs, in one or several bands. */

import { NOTE_WIDTH, type NoteSize, placeNote } from './svg-note.ts'
import type { Box, PictureZone, PlacedNote, PlacedText, WallPicture } from './svg-picture.ts'
import { wrapText } from './svg-wrap.ts'

const GAP = 16
const PANEL = 18
const BAND_GAP = 32
const ZONE_GAP = 28
const TITLE = { size: 23, leading: 28, weight: 'bold' } as const
const COUNT = { size: 15, leading: 20, after: 14 } as const
const EMPTY_HEIGHT = 40
const BANDS_MAX = 5

interface Placed {
  readonly texts: readonly PlacedText[]
  readonly boxes: readonly Box[]
  readonly notes: readonly PlacedNote[]
}

export interface ZoneLayout {
  readonly width: number
  readonly height: number
  readonly place: (left: number, top: number) => Placed
}

interface ZoneColumns {
  readonly width: number
  readonly height: number
  readonly columns: number
  readonly place: (left: number, top: number, bottom: number) => Placed
}

const nothing = (): { texts: PlacedText[]; boxes: Box[]; notes: PlacedNote[] } => ({
  texts: [],
  boxes: [],
  notes: [],
})

/** The notes in the order in which they come, each into the column that is shortest so far. */
function masonry(sizes: readonly NoteSize[], columns: number) {
  const heights = new Array<number>(columns).fill(0)
  const spots = sizes.map((sized) => {
    const column = heights.indexOf(Math.min(...heights))
    const y = heights[column] ?? 0
    heights[column] = y + sized.height + GAP
    return { sized, x: column * (NOTE_WIDTH + GAP), y }
  })
  return { spots, height: Math.max(EMPTY_HEIGHT + GAP, ...heights) - GAP }
}

/** One zone in a number of columns. A wall with a single zone has no panel around it. */
function zoneColumns(
  zone: PictureZone,
  sizes: readonly NoteSize[],
  columns: number,
  framed: boolean,
  empty: string,
): ZoneColumns {
  const pad = framed ? PANEL : 0
  const inside = columns * (NOTE_WIDTH + GAP) - GAP
  const title = zone.title === '' ? [] : wrapText(zone.title, inside, TITLE)
  const count =
    framed && zone.count !== '' ? wrapText(zone.count, inside, { size: COUNT.size, weight: 'regular' }) : []
  const headed = title.length * TITLE.leading + count.length * COUNT.leading
  const head = headed === 0 ? 0 : headed + COUNT.after
  const wall = masonry(sizes, columns)
  const height = 2 * pad + head + wall.height
  return {
    width: inside + 2 * pad,
    height,
    columns,
    place: (left, top, bottom) => {
      const placed = nothing()
      const x = left + pad
      const y = top + pad
      if (framed) placed.boxes.push({ x: left, y: top, width: inside + 2 * pad, height: bottom - top })
      const put = (lines: PlacedText['lines'], at: number, size: number, leading: number, bold: boolean) =>
        placed.texts.push({ x, y: at + size * 0.9, size, leading, bold, quiet: !bold, lines })
      if (title.length > 0) put(title, y, TITLE.size, TITLE.leading, true)
      if (count.length > 0) put(count, y + title.length * TITLE.leading, COUNT.size, COUNT.leading, false)
      if (sizes.length === 0)
        put(wrapText(empty, inside, { size: 17, weight: 'regular' }), y + head, 17, EMPTY_HEIGHT, false)
      for (const spot of wall.spots) placed.notes.push(placeNote(spot.sized, x + spot.x, y + head + spot.y))
      return placed
    },
  }
}

type Zones = readonly { readonly zone: PictureZone; readonly sizes: readonly NoteSize[] }[]

/** Shares the columns of one band out: every zone gets one, each further one goes to the tallest. */
function band(zones: Zones, columns: number, framed: boolean, empty: string): ZoneColumns[] {
  const at = (i: number, n: number): ZoneColumns | undefined => {
    const z = zones[i]
    return z && zoneColumns(z.zone, z.sizes, n, framed, empty)
  }
  const laid = zones.flatMap((_, i) => at(i, 1) ?? [])
  for (let left = columns - zones.length; left > 0; left--) {
    const tallest = laid.reduce((best, z, i) => (z.height > (laid[best]?.height ?? 0) ? i : best), 0)
    const wider = at(tallest, (laid[tallest]?.columns ?? 0) + 1)
    if (wider === undefined || wider.columns > Math.max(1, zones[tallest]?.sizes.length ?? 1)) break
    laid[tallest] = wider
  }
  return laid
}

function stacked(bands: readonly (readonly ZoneColumns[])[]): ZoneLayout {
  const wide = (zones: readonly ZoneColumns[]) =>
    zones.reduce((sum, z) => sum + z.width + ZONE_GAP, -ZONE_GAP)
  const tall = (zones: readonly ZoneColumns[]) => Math.max(...zones.map((z) => z.height))
  return {
    width: Math.max(...bands.map(wide)),
    height: bands.reduce((sum, zones) => sum + tall(zones) + BAND_GAP, -BAND_GAP),
    place: (left, top) => {
      const whole = nothing()
      let y = top
      for (const zones of bands) {
        let x = left
        const bottom = y + tall(zones)
        for (const zone of zones) {
          const placed = zone.place(x, y, bottom)
          whole.texts.push(...placed.texts)
          whole.boxes.push(...placed.boxes)
          whole.notes.push(...placed.notes)
          x += zone.width + ZONE_GAP
        }
        y = bottom + BAND_GAP
      }
      return whole
    },
  }
}

/** The ways to lay the zones out in so many columns: in one band, two, … */
export function* fillZones(
  { zones, empty }: WallPicture,
  sizes: readonly (readonly NoteSize[])[],
  columns: number,
): Generator<ZoneLayout> {
  const all: Zones = zones.map((zone, i) => ({ zone, sizes: sizes[i] ?? [] }))
  const framed = all.length > 1
  for (let bands = 1; bands <= Math.min(BANDS_MAX, all.length); bands++) {
    const each = Math.ceil(all.length / bands)
    if (each > columns) continue
    const rows = Array.from({ length: Math.ceil(all.length / each) }, (_, i) =>
      all.slice(i * each, (i + 1) * each),
    )
    yield stacked(rows.map((row) => band(row, columns, framed, empty)))
  }
}
