import type { Outcome, Refused } from '@escale/shared'

/** The longer side of a kept picture, px. */
const SIDE_MAX_PX = 2_400
/**
 * A picture that would unpack to more than this is not unpacked. A JPEG is made smaller while it is read, so that a photo of
 * the largest telephones costs no more than others.
 */
const PIXELS_MAX = { jpeg: 50_000_000, png: 25_000_000, webp: 25_000_000, gif: 25_000_000 } as const
/** The same for one that has been drawn anew before: it is not larger than we made it. */
export const KEPT_MAX_PIXELS = SIDE_MAX_PX * SIDE_MAX_PX

type Format = keyof typeof PIXELS_MAX
/** What our own pages let people choose. AVIF and HEIF take seconds for a few bytes, and TIFF is a format of formats. */
const isAccepted = (format: string | undefined): format is Format =>
  format !== undefined && Object.hasOwn(PIXELS_MAX, format)

// As in `shared`, all of which a process that draws pictures need not load.
const refuse = (refusal: 'invalid' | 'too-large'): Refused => ({ ok: false, refusal })

/** libvips' names of what reads them: what is in other formats meets no code at all. */
const READERS = ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadNsgif']

export interface Picture {
  readonly bytes: Uint8Array
  readonly mediaType: 'image/webp'
  readonly width: number
  readonly height: number
}

/**
 * Decodes a picture of a stranger and draws it anew: upright, not too large, without anything but pixels in it. To be called
 * in a helper (`heavy`) only. Refuses `invalid` for what is not a raster picture, `too-large` for what would unpack to too
 * much.
 */
export async function reencode(
  input: Uint8Array,
  maxPixels = Number.POSITIVE_INFINITY,
  sidePx: number = SIDE_MAX_PX,
): Promise<Outcome<Picture>> {
  try {
    // Loaded with the first picture: most helpers meet none, and it is a large library.
    const { default: sharp } = await import('sharp')
    sharp.cache(false)
    sharp.block({ operation: ['VipsForeignLoad'] })
    sharp.unblock({ operation: READERS })
    const image = sharp(input, { limitInputPixels: PIXELS_MAX.jpeg, failOn: 'error', pages: 1 })
    // Reads no more than the head.
    const { format, width: wide, height: high } = await image.metadata()
    if (!isAccepted(format)) return refuse('invalid')
    if (wide * high > Math.min(maxPixels, PIXELS_MAX[format])) return refuse('too-large')
    const { data, info } = await image
      .rotate()
      .resize({ width: sidePx, height: sidePx, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 85 })
      .toBuffer({ resolveWithObject: true })
    const { width, height } = info
    return { ok: true, value: { bytes: new Uint8Array(data), mediaType: 'image/webp', width, height } }
  } catch (error) {
    const isTooLarge = error instanceof Error && error.message.includes('pixel limit')
    return refuse(isTooLarge ? 'too-large' : 'invalid')
  }
}
