/**
 * Who came of which wish to come in. The answer to a join can be lost, and with it the cookie: the same wish again is the
 * same person, not a ghost beside them. In memory only, for a short time.
 */
import type { PersonId, SessionId } from '@escale/shared'
import { hashSecret } from '../auth/secrets.ts'

/** A phone that lost its network tries again within this. */
export const JOIN_REMEMBERED_MS = 10 * 60_000
/** Of more, the oldest are forgotten: those people have long been told. */
export const JOINS_REMEMBERED_MAX = 10_000

export class Joins {
  readonly #came = new Map<string, { readonly person: PersonId; readonly at: number }>()

  /** @param wish the device's own id for it; whoever knows it is who made it, so only its hash is kept */
  came(session: SessionId, wish: string, person: PersonId, now: number): void {
    this.#forget(now)
    this.#came.set(keyOf(session, wish), { person, at: now })
  }

  /** Who came of this wish already; undefined: nobody, or long ago. */
  whoCame(session: SessionId, wish: string, now: number): PersonId | undefined {
    this.#forget(now)
    return this.#came.get(keyOf(session, wish))?.person
  }

  #forget(now: number): void {
    for (const [key, { at }] of this.#came) {
      if (now - at < JOIN_REMEMBERED_MS && this.#came.size < JOINS_REMEMBERED_MAX) return
      this.#came.delete(key)
    }
  }
}

const keyOf = (session: SessionId, wish: string): string => `${session} ${hashSecret(wish)}`
