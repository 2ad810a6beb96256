/**
 * Where everything of a wall's picture stands. Pure figures, so that it can be checked: nothing overlaps, nothing leaves
 * the page, no text is cut. A note has one width; it grows with its text, and the page grows with its notes, so that the
 * text is as large as the number of notes allows.
 */
import { fillZones, type ZoneLayout } from './svg-columns.ts'
import { type NoteSize, sizeNote } from './svg-note.ts'
import type { PictureShape, PlacedText, WallLayout, WallPicture } from './svg-picture.ts'
import { wrapText } from './svg-wrap.ts'

const RATIO: Readonly<Record<PictureShape, number>> = { slide: 16 / 9, poster: 1 / Math.SQRT2 }
const MARGIN = 56
const COLUMNS_MIN: Readonly<Record<PictureShape, number>> = { slide: 4, poster: 3 }
const COLUMNS_MAX = 60
/** Width of a page on which the heading has its natural size; on a wider one it grows along. */
const HEADING_BASE = 1300

/** The heading of a page of this width: its texts, and where the notes may begin. */
function heading(picture: WallPicture, width: number): { texts: PlacedText[]; bottom: number } {
  const scale = Math.max(1, width / HEADING_BASE)
  const texts: PlacedText[] = []
  let y = MARGIN * Math.min(scale, 1.6)
  const put = (text: string, size: number, bold: boolean, after: number): void => {
    if (text === '') return
    const set = { size: size * scale, leading: size * scale * 1.2, bold, quiet: !bold }
    const lines = wrapText(text, width - 2 * MARGIN, { size: set.size, weight: bold ? 'bold' : 'regular' })
    texts.push({ ...set, x: MARGIN, y: y + set.size * 0.8, lines })
    y += set.leading * lines.length + after * scale
  }
  put(picture.context, 17, false, 5)
  put(picture.title, 36, true, 5)
  put(picture.details, 17, false, 0)
  return { texts, bottom: y + 24 * scale }
}

interface Candidate {
  readonly width: number
  readonly height: number
  readonly head: ReturnType<typeof heading>
  readonly zones: ZoneLayout
}

/** The layout whose page is nearest to the wanted shape; wider rather than taller, since height is easily filled up. */
function best(picture: WallPicture, shape: PictureShape, sizes: readonly (readonly NoteSize[])[]): Candidate {
  let found: Candidate | undefined
  let misfit = Number.POSITIVE_INFINITY
  for (let columns = COLUMNS_MIN[shape]; columns <= COLUMNS_MAX; columns++) {
    let better = false
    for (const zones of fillZones(picture, sizes, columns)) {
      const width = zones.width + 2 * MARGIN
      const head = heading(picture, width)
      const height = head.bottom + zones.height + MARGIN
      const stretch = Math.log(width / height / RATIO[shape])
      const miss = stretch >= 0 ? stretch : -3 * stretch
      if (miss >= misfit) continue
      found = { width, height, head, zones }
      misfit = miss
      better = true
    }
    // Past the wanted shape more columns only make it wider.
    if (found && !better && found.width / found.height >= RATIO[shape]) break
  }
  if (found === undefined) throw new RangeError('a wall has at least one zone')
  return found
}

/** Lays a wall out. The same wall gives the same figures everywhere. */
export function layoutWall(picture: WallPicture, shape: PictureShape): WallLayout {
  const zones = picture.zones.length > 0 ? picture.zones : [{ title: '', count: '', notes: [] }]
  const whole = { ...picture, zones }
  const sizes = zones.map((zone) => zone.notes.map(sizeNote))
  const { width: natural, height, head, zones: filled } = best(whole, shape, sizes)
  // Still too tall, for want of a better split: the page gets wider and its content stays in the middle.
  const width = shape === 'slide' ? Math.max(natural, height * RATIO.slide) : natural
  const left = MARGIN + (width - natural) / 2
  const placed = filled.place(left, head.bottom)
  return {
    width,
    height: Math.max(height, width / RATIO[shape]),
    title: picture.title,
    texts: [...head.texts.map((t) => ({ ...t, x: left })), ...placed.texts],
    zones: placed.boxes,
    notes: placed.notes,
  }
}
