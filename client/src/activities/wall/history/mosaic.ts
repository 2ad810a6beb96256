/** Tiles of one size for all notes of a wall, as large as leaves room for every one. */
export interface Mosaic {
  readonly columns: number
  /** px */
  readonly width: number
  readonly height: number
  readonly gap: number
}

/** A tile's height, and what is between two of them, as a share of its width. */
const SHAPE = 0.7
const GAP = 0.09
const NOTHING: Mosaic = { columns: 1, width: 0, height: 0, gap: 0 }

const tiles = (columns: number, width: number): Mosaic => ({
  columns,
  width,
  height: width * SHAPE,
  gap: width * GAP,
})

/** How wide `columns` tiles are that take this much room together. */
const widthIn = (room: number, columns: number): number => room / (columns + GAP * (columns - 1))

/** For `most` tiles in a space of so many px; no tile is wider than `widest`. */
export function mosaicOf(
  most: number,
  space: { readonly width: number; readonly height: number },
  widest: number,
): Mosaic {
  if (most === 0 || space.width <= 0 || space.height <= 0) return NOTHING
  for (let columns = 1; columns <= most; columns++) {
    const fitting = tiles(columns, Math.min(widest, widthIn(space.width, columns)))
    const rows = Math.ceil(most / columns)
    if (rows * fitting.height + (rows - 1) * fitting.gap <= space.height) return fitting
  }
  // One row is too high already: what fits into the height decides.
  return tiles(most, Math.min(space.height / SHAPE, widthIn(space.width, most)))
}

/** Of a tile's area, what letters fill once lines are broken between words, by the square of their size. */
const PACKING = 1.1
const LARGEST_SHARE = 0.17

/** Size of letters with which a text fits on a tile, px; smaller than `least` there is no text: nobody could read it. */
export function lettersFor(
  chars: number,
  { width, height }: Pick<Mosaic, 'width' | 'height'>,
  least: number,
): number | null {
  const size = Math.min(width * LARGEST_SHARE, Math.sqrt((PACKING * width * height) / Math.max(1, chars)))
  return size < least ? null : size
}
