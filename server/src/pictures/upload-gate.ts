import {
  UPLOADING_MAX_BYTES,
  UPLOADING_PER_SESSION_MAX_BYTES,
  UPLOADING_RESERVED_BYTES,
  UPLOADS_PER_PERSON,
} from './picture-limits.ts'

interface Upload {
  readonly session: string
  readonly person: string
  readonly bytes: number
}

/** How much may be on its way at the same time, so that memory holds: asked before a byte is read. */
export class UploadGate {
  readonly #open = new Set<Upload>()

  /** Undefined: not now. Else what is to be called when the picture is kept or refused. */
  enter(upload: Upload, isDriver: boolean): (() => void) | undefined {
    const ofSession = [...this.#open].filter(({ session }) => session === upload.session)
    const ofPerson = ofSession.filter(({ person }) => person === upload.person)
    if (ofPerson.length >= UPLOADS_PER_PERSON) return undefined
    const kept = isDriver ? 0 : UPLOADING_RESERVED_BYTES
    const fits = (uploads: Iterable<Upload>, most: number) => bytesOf(uploads) + upload.bytes <= most - kept
    const isRoom = fits(ofSession, UPLOADING_PER_SESSION_MAX_BYTES) && fits(this.#open, UPLOADING_MAX_BYTES)
    if (!isRoom) return undefined
    this.#open.add(upload)
    return () => this.#open.delete(upload)
  }
}

const bytesOf = (uploads: Iterable<Upload>): number => {
  let sum = 0
  for (const { bytes } of uploads) sum += bytes
  return sum
}
