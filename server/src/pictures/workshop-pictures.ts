/** The pictures of a workshop file (docs/spec/documents.md, D16). */
import {
  type FilePicture,
  type ImportedWorkshop,
  type Kinds,
  limits,
  picturesOf,
  type SessionId,
  swapPictures,
  type Workshop,
} from '@escale/shared'
import type { Store } from '../store/store.ts'
import { KEPT_MAX_PIXELS, type Picture, reencode } from './reencode.ts'

/** Characters of a file that are kept free for the workshop itself. */
const TEXT_CHARS = 4 * 1024 * 1024

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

/** Draws the pictures of somebody's file anew, one after the other; what cannot be drawn leaves the plan. */
export async function drawnAnew(
  kinds: Kinds,
  { workshop, pictures, missing }: ImportedWorkshop,
): Promise<DrawnWorkshop> {
  const drawn: (Picture & { readonly id: string })[] = []
  const lost = new Set<string>()
  for (const [index, { id, data }] of pictures.entries()) {
    const bytes = Buffer.from(data, 'base64')
    const isTooMuch = index >= limits.WORKSHOP_FILE_PICTURES_MAX || bytes.length > limits.PICTURE_MAX_BYTES
    const picture = isTooMuch ? undefined : await reencode(bytes, KEPT_MAX_PIXELS)
    if (picture?.ok) drawn.push({ id, ...picture.value })
    else lost.add(id)
  }
  return {
    workshop: swapPictures(kinds, workshop, (id) => (lost.has(id) ? null : id)),
    pictures: drawn,
    missing: missing + lost.size,
  }
}
