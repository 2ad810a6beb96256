/**
 * Where everything of a wall's picture stands. Pure figures, so that it can be checked: nothing overlaps, nothing leaves
 * the page, no text is cut. A note has one width; it grows with its text, and the page grows with its notes, so that the
 * text is as large as the number of notes allows.
 */
import { fillZones, GAP, type ZoneLayout } from './svg-columns.ts'
import { NOTE_WIDTH, type NoteSize, sizeNote } from './svg-note.ts'
import type { PictureShape, PlacedText, WallLayout, WallPicture } from './svg-picture.ts'
import { wrapText, wrapTitle } from './svg-wrap.ts'

const RATIO: Readonly<Record<PictureShape, number>> = { slide: 16 / 9, poster: 1 / Math.SQRT2 }
const MARGIN = 56
const COLUMNS_MIN: Readonly<Record<PictureShape, number>> = { slide: 4, poster: 3 }
const COLUMNS_MAX = 60
/** A second band of zones is worth it only when the shape gains more than this. */
const BAND_COST = 0.2
/** Width of a page on which words outside the notes have their natural size; on a wider one they grow, more slowly. */
const NATURAL_WIDTH = 1300
const GROWTH = 0.75
const LONG_TITLE_CHARS = 60

const scaleOf = (width: number): number => Math.max(1, width / NATURAL_WIDTH) ** GROWTH

/** The heading of a page of this width: its texts, and where the notes may begin. `wrap` breaks lines; any gives as many. */
function heading(
  picture: WallPicture,
  width: number,
  wrap: typeof wrapText,
): { texts: PlacedText[]; bottom: number } {
  const scale = scaleOf(width)
  const texts: PlacedText[] = []
  let y = MARGIN
  const put = (text: string, size: number, bold: boolean, after: number, quiet = !bold): void => {
    if (text === '') return
    const set = { size: size * scale, leading: size * scale * 1.2, bold, quiet }
    const lines = wrap(text, width - 2 * MARGIN, { size: set.size, weight: bold ? 'bold' : 'regular' })
    texts.push({ ...set, x: MARGIN, y: y + set.size * 0.8, lines })
    y += set.leading * lines.length + after * scale
  }
  put(picture.context, 17, false, 6)
  put(picture.title, picture.title.length > LONG_TITLE_CHARS ? 29 : 36, true, 6)
  put(picture.question, 21, false, 8, false)
  put(picture.details, 17, false, 0)
  return { texts, bottom: y + 22 * scale }
}

interface Candidate {
  readonly width: number
  readonly height: number
  readonly zones: ZoneLayout
}

/** About how many columns make a page of the wanted shape: where to look. */
function likelyColumns(
  shape: PictureShape,
  sizes: readonly (readonly NoteSize[])[],
): [from: number, to: number] {
  const length = sizes.flat().reduce((sum, { height }) => sum + height + GAP, 0)
  const guess = Math.sqrt((RATIO[shape] * length) / (NOTE_WIDTH + GAP))
  const from = Math.min(COLUMNS_MAX - 1, Math.max(COLUMNS_MIN[shape], Math.floor(guess * 0.7) - 1))
  return [from, Math.min(COLUMNS_MAX, Math.max(from, Math.ceil(guess * 1.4) + sizes.length + 2))]
}

/** The layout whose page is nearest to the wanted shape; wider rather than taller, since height is easily filled up. */
function best(picture: WallPicture, shape: PictureShape, sizes: readonly (readonly NoteSize[])[]): Candidate {
  let found: Candidate | undefined
  let misfit = Number.POSITIVE_INFINITY
  const [from, to] = likelyColumns(shape, sizes)
  for (let columns = from; columns <= to; columns++) {
    const scale = scaleOf(columns * (NOTE_WIDTH + GAP))
    for (const zones of fillZones(picture, sizes, columns, scale)) {
      const width = zones.width + 2 * MARGIN
      const head = heading(picture, width, wrapText)
      const height = head.bottom + zones.height + MARGIN
      const stretch = Math.log(width / height / RATIO[shape])
      const miss = (stretch >= 0 ? stretch : -3 * stretch) + BAND_COST * (zones.bands - 1)
      if (miss >= misfit) continue
      found = { width, height, zones }
      misfit = miss
    }
  }
  if (found === undefined) throw new RangeError('a wall has at least one zone')
  return found
}

/** Lays a wall out. The same wall gives the same figures everywhere. */
export function layoutWall(picture: WallPicture, shape: PictureShape): WallLayout {
  const zones = picture.zones.length > 0 ? picture.zones : [{ title: '', count: '', notes: [] }]
  const sizes = zones.map((zone) => zone.notes.map(sizeNote))
  const { width: natural, height: needed, zones: filled } = best({ ...picture, zones }, shape, sizes)
  // Still too tall, for want of a better split: the page gets wider and its content stays in the middle.
  const width = shape === 'slide' ? Math.max(natural, needed * RATIO.slide) : natural
  const height = Math.max(needed, width / RATIO[shape])
  const head = heading(picture, natural, wrapTitle)
  const left = MARGIN + (width - natural) / 2
  const placed = filled.place(left, head.bottom, height - MARGIN)
  return {
    width,
    height,
    title: picture.title,
    texts: [...head.texts.map((t) => ({ ...t, x: left })), ...placed.texts],
    zones: placed.boxes,
    notes: placed.notes,
  }
}
