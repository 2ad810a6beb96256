import { type Harvest, isNotes, type NotePictures } from '@escale/shared'
import type { PictureSource } from './exporter.ts'

/** The longer side of each in a file that holds so many, px: a file with all photos of a day can still be sent. */
const SIDES: readonly (readonly [upTo: number, px: number])[] = [
  [40, 1_000],
  [200, 640],
  [Number.POSITIVE_INFINITY, 360],
]
/** The longer side of what lies under the notes of a board, px. */
const BOARD_SIDE_PX = 2_000
const QUALITY = 78
const AT_ONCE = 4

const walls = (harvest: Harvest) => harvest.sections.flatMap(({ blocks }) => blocks.filter(isNotes))

/** Smaller and in a form that every program knows. What is missing is left out. */
async function drawn(ids: Iterable<string>, px: number, source: PictureSource): Promise<NotePictures> {
  const pictures = new Map<string, { href: string; width: number; height: number }>()
  const waiting = [...ids]
  const draw = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      const one = await smaller(id, px, source)
      if (one !== undefined) pictures.set(id, one)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, draw))
  return pictures
}

/** The pictures on a harvest's notes. */
export function notePictures(harvest: Harvest, source: PictureSource): Promise<NotePictures> {
  const ids = new Set(
    walls(harvest).flatMap(({ zones }) =>
      zones.flatMap(({ notes }) => notes.flatMap((n) => n.picture ?? [])),
    ),
  )
  return drawn(ids, SIDES.find(([upTo]) => ids.size <= upTo)?.[1] ?? 0, source)
}

/** The pictures that lie under the notes of its boards. */
export function boardPictures(harvest: Harvest, source: PictureSource): Promise<NotePictures> {
  const shapes = walls(harvest).flatMap(({ board }) => board?.under.shapes ?? [])
  const ids = new Set(shapes.flatMap((shape) => (shape.type === 'picture' ? [shape.picture] : [])))
  return drawn(ids, BOARD_SIDE_PX, source)
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
