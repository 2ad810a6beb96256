/** How much each person has had written in an activity's documents lately. Known to the running server only: walls may be anonymous. */
import {
  DOCUMENT_RESERVED_BYTES,
  EDIT_BYTES_MORE,
  EDIT_BYTES_PER_CHAR,
  SHARE_OF_WHAT_IS_LEFT,
  WRITTEN_FORGOTTEN_PER_SECOND,
  WRITTEN_FORGOTTEN_PER_SECOND_FOR_DRIVERS,
  WRITTEN_PER_DRIVER_MAX_BYTES,
  WRITTEN_PER_PERSON_MAX_BYTES,
} from './share-limits.ts'

interface Written {
  readonly bytes: number
  /** ms */
  readonly at: number
}

/** What an edit will take at most, bytes, from how long it is as it was asked for. */
export const expectedBytes = (edit: unknown): number =>
  EDIT_BYTES_MORE + EDIT_BYTES_PER_CHAR * (JSON.stringify(edit) ?? '').length

export class WrittenShare {
  readonly #written = new Map<string, Written>()

  /** Who drives has written so much that they wait; what came of an edit is known only once it is done. */
  isSpent(person: string, isDriver: boolean, at: number): boolean {
    return isDriver && this.#bytesOf(person, isDriver, at) >= WRITTEN_PER_DRIVER_MAX_BYTES
  }

  /** May this person write so much more in a document in which `left` bytes are left? `frees`: it makes room. */
  hasRoomFor(
    person: string,
    { isDriver, frees, at }: { readonly isDriver: boolean; readonly frees: boolean; readonly at: number },
    bytes: number,
    left: number,
  ): boolean {
    if (isDriver || frees) return bytes <= left
    const free = left - DOCUMENT_RESERVED_BYTES
    const share = Math.min(WRITTEN_PER_PERSON_MAX_BYTES, free * SHARE_OF_WHAT_IS_LEFT)
    return this.#bytesOf(person, isDriver, at) + bytes <= share
  }

  add(person: string, isDriver: boolean, at: number, bytes: number): void {
    this.#written.set(person, { bytes: this.#bytesOf(person, isDriver, at) + bytes, at })
  }

  #bytesOf(person: string, isDriver: boolean, at: number): number {
    const written = this.#written.get(person)
    if (written === undefined) return 0
    const perSecond = isDriver ? WRITTEN_FORGOTTEN_PER_SECOND_FOR_DRIVERS : WRITTEN_FORGOTTEN_PER_SECOND
    return Math.max(0, written.bytes - (Math.max(0, at - written.at) / 1_000) * perSecond)
  }
}
