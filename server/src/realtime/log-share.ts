/** How much of a session's log each person has filled. Replay must take whatever is there: it is asked before a command is. */
import type { PersonId } from '@escale/shared'
import {
  LOG_MAX_BYTES,
  LOG_PER_PERSON_MAX_BYTES,
  LOG_RESERVED_BYTES,
  LOG_SMALL_BYTES,
  SHARE_OF_WHAT_IS_LEFT,
} from './share-limits.ts'

/** Bytes by who wrote them; null: the server. */
export type LogWeights = ReadonlyMap<PersonId | null, number>

export class LogShare {
  readonly #filled: Map<PersonId | null, number>
  #total: number

  constructor(weights: LogWeights) {
    this.#filled = new Map(weights)
    this.#total = [...weights.values()].reduce((sum, bytes) => sum + bytes, 0)
  }

  /** A copy, to count on while it is open whether what is counted will be written. */
  draft(): LogShare {
    return new LogShare(this.#filled)
  }

  /** May this person add a command of so many bytes? The server (null) always may. */
  hasRoomFor(actor: PersonId | null, isDriver: boolean, bytes: number): boolean {
    if (actor === null) return true
    if (isDriver) return bytes <= LOG_SMALL_BYTES || this.#total + bytes <= LOG_MAX_BYTES
    const left = LOG_MAX_BYTES - LOG_RESERVED_BYTES - this.#total
    const share = Math.min(LOG_PER_PERSON_MAX_BYTES, left * SHARE_OF_WHAT_IS_LEFT)
    return (this.#filled.get(actor) ?? 0) + bytes <= share
  }

  add(actor: PersonId | null, bytes: number): void {
    this.#filled.set(actor, (this.#filled.get(actor) ?? 0) + bytes)
    this.#total += bytes
  }
}
