import { type Harvest, isNotes, type NotePictures } from '@escale/shared'
import type { PictureSource } from './exporter.ts'

/** The longer side of each in a file that holds so many, px: a file with all photos of a day can still be sent. */
const SIDES: readonly (readonly [upTo: number, px: number])[] = [
  [40, 1_000],
  [200, 640],
  [Number.POSITIVE_INFINITY, 360],
]
const QUALITY = 78
const AT_ONCE = 4

/** The pictures on a harvest's notes, smaller and in a form that every program knows. What is missing is left out. */
export async function notePictures(harvest: Harvest, source: PictureSource): Promise<NotePictures> {
  const ids = new Set(
    harvest.sections.flatMap(({ blocks }) =>
      blocks
        .filter(isNotes)
        .flatMap(({ zones }) => zones.flatMap(({ notes }) => notes.flatMap((n) => n.picture ?? []))),
    ),
  )
  const pictures = new Map<string, { href: string; width: number; height: number }>()
  const px = SIDES.find(([upTo]) => ids.size <= upTo)?.[1] ?? 0
  const waiting = [...ids]
  const draw = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      const drawn = await smaller(id, px, source)
      if (drawn !== undefined) pictures.set(id, drawn)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, draw))
  return pictures
}

async function smaller(id: string, px: number, source: PictureSource) {
  const stored = await source(id)
  if (stored === undefined) return undefined
  // Loaded with the first picture: most harvests have none.
  const { default: sharp } = await import('sharp')
  try {
    const { data, info } = await sharp(stored.bytes)
      .resize({ width: px, height: px, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .jpeg({ quality: QUALITY })
      .toBuffer({ resolveWithObject: true })
    return {
      href: `data:image/jpeg;base64,${data.toString('base64')}`,
      width: info.width,
      height: info.height,
    }
  } catch {
    // A damaged picture does not take the whole harvest with it.
    return undefined
  }
}
