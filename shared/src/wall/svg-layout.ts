/**
 * Where everything of a wall's picture stands. Pure figures, so that it can be checked: nothing overlaps but notes on a
 * board, nothing leaves the page, no text is cut. A note in a column has one width and grows with its text, and the page
 * grows with its notes, so that the text is as large as the number of notes allows.
 */
import { type BoardLayout, layoutBoard } from './svg-board.ts'
import { fillZones, GAP, type ZoneLayout } from './svg-columns.ts'
import { heading, MARGIN, scaleOf } from './svg-heading.ts'
import { NOTE_WIDTH, type NoteSize, sizeNote } from './svg-note.ts'
import type { PictureShape, PlacedSwatch, WallLayout, WallPicture } from './svg-picture.ts'
import { wrapText, wrapTitle } from './svg-wrap.ts'

const COLUMN = NOTE_WIDTH + GAP
const COLUMNS_MIN: Readonly<Record<PictureShape, number>> = { slide: 4, poster: 3 }
const COLUMNS_MAX = 60
/** A second band of zones is worth it only when the shape gains more than this. */
const BAND_COST = 0.2
/** Between a board and what stands below it. */
const BOARD_GAP = 40

const SLIDE = 16 / 9
/** Of A3, whichever way it is held. */
const SHEET = Math.SQRT2

/** How several pages share one picture. */
export interface Sharing {
  readonly columns: number
  readonly rows: number
  /** Of each page, width to height; null: as it comes. */
  readonly ratio: number | null
}

/**
 * Several walls on a slide stand beside and below one another, so that all together are 16:9: in as many columns as leave
 * each nearest to a slide, upright rather than flat. On a poster they are one below the other.
 */
export function sharingOf(count: number, shape: PictureShape): Sharing {
  if (shape !== 'slide') return { columns: 1, rows: count, ratio: null }
  const ways = Array.from({ length: Math.max(1, count) }, (_, i) => {
    const rows = Math.ceil(count / (i + 1)) || 1
    return { columns: i + 1, rows, ratio: (SLIDE * rows) / (i + 1) }
  })
  const misfit = ({ ratio }: { ratio: number }) => Math.round(1_000 * Math.abs(Math.log(ratio / SLIDE)))
  return ways.reduce((best, way) => (misfit(way) <= misfit(best) ? way : best))
}

/** A board is wide, as a rule: its poster lies across, unless it is a tall canvas. */
function ratioOf({ board }: WallPicture, shape: PictureShape, shared: number | null): number {
  if (shape === 'slide') return shared ?? SLIDE
  if (board === undefined) return 1 / SHEET
  const { width, height } = layoutBoard(board, SHEET)
  return width < height ? 1 / SHEET : SHEET
}

/** What zones have to go with. */
interface Page {
  readonly ratio: number
  readonly columnsMin: number
  readonly board: BoardLayout | undefined
}

interface Candidate {
  readonly width: number
  readonly height: number
  /** None: nothing but a board. */
  readonly zones?: ZoneLayout
}

/** What the board takes, with the gap to what is below. */
const above = ({ board }: Page, hasZones: boolean): number =>
  board === undefined ? 0 : board.height + (hasZones ? BOARD_GAP : 0)

/** About how many columns make a page of the wanted shape: where to look. */
function likelyColumns(page: Page, sizes: readonly (readonly NoteSize[])[]): [from: number, to: number] {
  const length = sizes.flat().reduce((sum, { height }) => sum + height + GAP, 0)
  // As wide as the page's height wants it: ratio · (above + length ÷ columns) = columns · COLUMN.
  const wide = (page.ratio * above(page, true)) / (2 * COLUMN)
  const guess = wide + Math.sqrt(wide * wide + (page.ratio * length) / COLUMN)
  const from = Math.min(COLUMNS_MAX - 1, Math.max(page.columnsMin, Math.floor(guess * 0.7) - 1))
  return [from, Math.min(COLUMNS_MAX, Math.max(from, Math.ceil(guess * 1.4) + sizes.length + 2))]
}

/** How large a page is with a board, these zones, or both. */
function sized(picture: WallPicture, page: Page, zones?: ZoneLayout): Candidate {
  const inside = Math.max(
    page.board?.width ?? 0,
    zones?.width ?? 0,
    page.board ? page.columnsMin * COLUMN : 0,
  )
  const width = inside + 2 * MARGIN
  const { bottom } = heading(picture, width, wrapText)
  const height = bottom + above(page, zones !== undefined) + (zones?.height ?? 0) + MARGIN
  return { width, height, ...(zones ? { zones } : {}) }
}

/** The layout whose page is nearest to the wanted shape; wider rather than taller, since height is easily filled up. */
function best(picture: WallPicture, page: Page, sizes: readonly (readonly NoteSize[])[]): Candidate {
  let found = sized(picture, page)
  let misfit = Number.POSITIVE_INFINITY
  if (picture.zones.length === 0) return found
  const [from, to] = likelyColumns(page, sizes)
  for (let columns = from; columns <= to; columns++) {
    const scale = scaleOf(Math.max(columns * COLUMN, page.board?.width ?? 0))
    for (const zones of fillZones(picture, sizes, columns, scale)) {
      const candidate = sized(picture, page, zones)
      const stretch = Math.log(candidate.width / candidate.height / page.ratio)
      const miss = (stretch >= 0 ? stretch : -3 * stretch) + BAND_COST * (zones.bands - 1)
      if (miss >= misfit) continue
      found = candidate
      misfit = miss
    }
  }
  return found
}

const NO_NOTES = [{ title: '', within: '', count: '', notes: [] }] as const

const moved = (swatch: PlacedSwatch, by: number): PlacedSwatch => ({
  ...swatch,
  x: swatch.x + by,
  right: swatch.right + by,
  letter: { ...swatch.letter, x: swatch.letter.x + by },
  label: { ...swatch.label, x: swatch.label.x + by },
})

/** Lays a wall out, on a slide of this ratio where it shares one. The same wall gives the same figures everywhere. */
export function layoutWall(
  wall: WallPicture,
  shape: PictureShape,
  ratioShared: Sharing['ratio'] = null,
): WallLayout {
  const picture = wall.board || wall.zones.length > 0 ? wall : { ...wall, zones: NO_NOTES }
  const ratio = ratioOf(picture, shape, ratioShared)
  const board = picture.board && layoutBoard(picture.board, ratio)
  const sizes = picture.zones.map((zone) => zone.notes.map(sizeNote))
  const page = { ratio, columnsMin: COLUMNS_MIN[shape], board }
  const { width: natural, height: needed, zones } = best(picture, page, sizes)
  // Still too tall, for want of a better split: the page gets wider and its content stays in the middle.
  const width = shape === 'slide' || board ? Math.max(natural, needed * ratio) : natural
  const height = Math.max(needed, width / ratio)
  const head = heading(picture, natural, wrapTitle)
  const left = MARGIN + (width - natural) / 2
  // A board does not grow: what the page has too much stays above and below.
  const top = head.bottom + (board ? (height - needed) / 2 : 0)
  const bottom = board ? top + above(page, true) + (zones?.height ?? 0) : height - MARGIN
  const placed = zones?.place(left, top + above(page, true), bottom)
  return {
    width,
    height,
    title: picture.title,
    legend: head.legend.map((swatch) => moved(swatch, left - MARGIN)),
    texts: [...head.texts.map((t) => ({ ...t, x: left })), ...(placed?.texts ?? [])],
    boards: board ? board.place((width - board.width) / 2, top) : [],
    zones: placed?.boxes ?? [],
    notes: placed?.notes ?? [],
  }
}
