/** Tiles of one size for all notes of a wall, as large as leaves room for every one. */
export interface Mosaic {
  readonly columns: number
  /** px */
  readonly width: number
  readonly height: number
}

/** A tile's height as a share of its width. */
const SHAPE = 0.7
const NOTHING: Mosaic = { columns: 1, width: 0, height: 0 }

/** For `most` tiles in a space of so many px; no tile is wider than `widest`. */
export function mosaicOf(
  most: number,
  space: { readonly width: number; readonly height: number },
  gap: number,
  widest: number,
): Mosaic {
  if (most === 0 || space.width <= 0 || space.height <= 0) return NOTHING
  for (let columns = 1; columns <= most; columns++) {
    const width = Math.min(widest, (space.width - gap * (columns - 1)) / columns)
    if (width < 1) return NOTHING
    const height = width * SHAPE
    if (Math.ceil(most / columns) * (height + gap) - gap <= space.height) return { columns, width, height }
  }
  // One row is too high already: what fits into the height decides.
  const height = Math.min(space.height, ((space.width - gap * (most - 1)) / most) * SHAPE)
  return height < 1 ? NOTHING : { columns: most, width: height / SHAPE, height }
}

/** Of a tile's area, what letters fill once lines are broken between words, by the square of their size. */
const PACKING = 1.1
const LARGEST_SHARE = 0.17

/** Size of letters with which a text fits on a tile, px; smaller than `least` there is no text: nobody could read it. */
export function lettersFor(chars: number, { width, height }: Mosaic, least: number): number | null {
  const size = Math.min(width * LARGEST_SHARE, Math.sqrt((PACKING * width * height) / Math.max(1, chars)))
  return size < least ? null : size
}
