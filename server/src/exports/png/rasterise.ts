import type { SvgPicture } from '@escale/shared'
import { FONT_FAMILY, fontFiles } from '../fonts.ts'

/** Pixels per unit of the picture: sharp on a screen of double density, and in print at 300 dpi. */
const SCALE = 1.5
/** A small wall is still a picture that fills a screen. */
const WIDTH_MIN_PX = 1_920
/** Memory that one picture may take is four bytes for each. */
const PIXELS_MAX = 24_000_000
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
  // Loaded with the first picture: the start of the server need not wait for them.
  const [{ renderAsync }, { default: sharp }] = await Promise.all([
    import('@resvg/resvg-js'),
    import('sharp'),
  ])
  const image = await renderAsync(picture.svg, {
    font: { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: FONT_FAMILY },
    fitTo: { mode: 'width', value: pixelWidth(picture) },
  })
  const { width, height } = image
  return sharp(image.pixels, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .png({ compressionLevel: 7 })
    .toBuffer()
}
