/** The pictures of a workshop file (docs/spec/documents.md, D16). */
import {
  accept,
  type FilePicture,
  type ImportedWorkshop,
  type Kinds,
  limits,
  type Outcome,
  picturesOf,
  type SessionId,
  swapPictures,
  type Workshop,
} from '@escale/shared'
import type { Store } from '../store/store.ts'
import type { SentPicture } from './picture-shelf.ts'
import { KEPT_MAX_PIXELS, type Picture } from './reencode.ts'

/** Characters of a file that are kept free for the workshop itself. */
const TEXT_CHARS = limits.WORKSHOP_MAX_BYTES
/** All pictures of a file together, as they are kept: as many as fit into a file again, in base64. */
const PICTURES_MAX_BYTES = ((limits.WORKSHOP_FILE_MAX_BYTES - TEXT_CHARS) / 4) * 3

interface Shelf {
  readonly store: Store
  readonly kinds: Kinds
}

/** What a file of this workshop carries: its pictures in base64, in the order of the plan, as many as fit. */
export async function carriedPictures(
  { store, kinds }: Shelf,
  session: SessionId,
  workshop: Workshop,
): Promise<FilePicture[]> {
  const carried: FilePicture[] = []
  let room = limits.WORKSHOP_FILE_MAX_BYTES - TEXT_CHARS
  for (const id of picturesOf(kinds, workshop)) {
    if (carried.length === limits.WORKSHOP_FILE_PICTURES_MAX) break
    const file = await store.getFile(session, id)
    const data = file === undefined ? '' : Buffer.from(file.bytes).toString('base64')
    if (data === '' || data.length > room) continue
    room -= data.length
    carried.push({ id, data })
  }
  return carried
}

export interface DrawnWorkshop {
  readonly workshop: Workshop
  readonly pictures: readonly (Picture & { readonly id: string })[]
  /** Pictures that were missing, or that are none. */
  readonly missing: number
}

/**
 * Draws the pictures of somebody's file anew, one after the other. What cannot be drawn leaves the plan, and so does what
 * would be more than a file of ours could carry again: a small picture may be a large one once it is drawn. Refuses `busy`.
 */
export async function drawnAnew(
  kinds: Kinds,
  draw: (picture: Pick<SentPicture, 'bytes' | 'maxPixels'>) => Promise<Outcome<Picture>>,
  { workshop, pictures, missing }: ImportedWorkshop,
): Promise<Outcome<DrawnWorkshop>> {
  const drawn: (Picture & { readonly id: string })[] = []
  const lost = new Set<string>()
  let room = PICTURES_MAX_BYTES
  for (const [index, { id, data }] of pictures.entries()) {
    const bytes = Buffer.from(data, 'base64')
    const isTooMuch = index >= limits.WORKSHOP_FILE_PICTURES_MAX || bytes.length > limits.PICTURE_MAX_BYTES
    const picture = isTooMuch ? undefined : await draw({ bytes, maxPixels: KEPT_MAX_PIXELS })
    // A busy server is no reason to lose a picture of a file that can be sent again.
    if (picture?.ok === false && picture.refusal === 'busy') return picture
    if (picture?.ok && picture.value.bytes.length <= room) {
      room -= picture.value.bytes.length
      drawn.push({ id, ...picture.value })
    } else lost.add(id)
  }
  return accept({
    workshop: swapPictures(kinds, workshop, (id) => (lost.has(id) ? null : id)),
    pictures: drawn,
    missing: missing + lost.size,
  })
}
