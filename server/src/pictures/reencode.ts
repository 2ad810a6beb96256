import { type Outcome, refuse } from '@escale/shared'

/** The longer side of a kept picture, px. */
const SIDE_MAX_PX = 2_400
/** A picture that would unpack to more than this is not unpacked. */
const INPUT_MAX_PIXELS = 50_000_000
/** The same for one that has been drawn anew before: it is not larger than we made it. */
export const KEPT_MAX_PIXELS = SIDE_MAX_PX * SIDE_MAX_PX
const INPUT_FORMATS: ReadonlySet<string> = new Set(['jpeg', 'png', 'webp', 'gif', 'avif', 'heif', 'tiff'])

export interface Picture {
  readonly bytes: Uint8Array
  readonly mediaType: 'image/webp'
  readonly width: number
  readonly height: number
}

/**
 * Decodes a picture of a stranger and draws it anew: upright, not too large, without anything but pixels in it.
 * Refuses `invalid` for what is not a raster picture, `too-large` for what would unpack to too much.
 */
export async function reencode(
  input: Uint8Array,
  maxPixels: number = INPUT_MAX_PIXELS,
  sidePx: number = SIDE_MAX_PX,
): Promise<Outcome<Picture>> {
  try {
    // Loaded with the first picture: most sessions have none, and it is a large library.
    const { default: sharp } = await import('sharp')
    const image = sharp(input, { limitInputPixels: maxPixels, failOn: 'error', pages: 1 })
    const { format } = await image.metadata()
    if (!INPUT_FORMATS.has(format)) return refuse('invalid')
    const { data, info } = await image
      .rotate()
      .resize({ width: sidePx, height: sidePx, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 85 })
      .toBuffer({ resolveWithObject: true })
    const { width, height } = info
    return { ok: true, value: { bytes: new Uint8Array(data), mediaType: 'image/webp', width, height } }
  } catch (error) {
    const isTooLarge = error instanceof Error && /pixel limit/i.test(error.message)
    return refuse(isTooLarge ? 'too-large' : 'invalid')
  }
}
