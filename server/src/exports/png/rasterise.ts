import type { SvgPicture } from '@escale/shared'
import { FONT_FAMILY, fontFiles } from '../fonts.ts'
import { encodePng } from './encode.ts'

/** Pixels per unit of the picture: sharp on a screen of double density, and in print at 300 dpi. */
const SCALE = 1.5
/** A small wall is still a picture that fills a screen. */
const WIDTH_MIN_PX = 1_920
/** A wall of some thousand notes on one picture: its letters are small and can be read. */
const PIXELS_MAX = 24_000_000
/** Drawn at a time, of the whole width: memory is taken for so many, four bytes each, twice. */
export const BAND_PIXELS = 1_500_000
const SIDE_MAX_PX = 12_000

export function pixelWidth({ width, height }: Pick<SvgPicture, 'width' | 'height'>): number {
  const wanted = Math.max(SCALE, WIDTH_MIN_PX / width)
  const largest = Math.min(
    Math.sqrt(PIXELS_MAX / (width * height)),
    SIDE_MAX_PX / width,
    SIDE_MAX_PX / height,
  )
  return Math.max(1, Math.round(width * Math.min(wanted, largest)))
}

/** One after the other: pictures are large, and a hundred people may want theirs in the same minute. */
let last: Promise<unknown> = Promise.resolve()

/** Draws and encodes outside the event loop. */
export function rasterise(picture: SvgPicture): Promise<Uint8Array> {
  const drawn = last.then(() => draw(picture))
  last = drawn.catch(() => undefined)
  return drawn
}

async function draw(picture: SvgPicture): Promise<Uint8Array> {
  // Loaded with the first picture: the start of the server need not wait for it.
  const { renderAsync } = await import('@resvg/resvg-js')
  const width = pixelWidth(picture)
  const options = {
    font: { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: FONT_FAMILY },
    fitTo: { mode: 'width', value: width },
  } as const
  const scale = width / picture.width
  const height = Math.max(1, Math.round(picture.height * scale))
  // As high as one another: the renderer does not survive what reaches far beyond a thin one.
  const rows = Math.ceil(height / Math.ceil((width * height) / BAND_PIXELS))
  async function* bands() {
    for (let row = 0; row < height; row += rows) {
      const end = Math.min(row + rows, height)
      const band = await renderAsync(picture.band(row / scale, end / scale), options)
      if (band.width !== width || band.height !== end - row) throw new Error('a band has another size')
      yield band.pixels
      // The picture's memory is not JavaScript's, which does not know that there is much to give back.
      globalThis.gc?.()
    }
  }
  return encodePng({ width, height }, bands())
}
