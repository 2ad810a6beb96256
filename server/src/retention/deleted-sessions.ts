/** Sessions that were deleted and can still be brought back: by their facilitator, and nobody else sees them. */
import { type DeletedSession, findPerson, limits, type Outcome, refuse, type SessionId } from '@escale/shared'
import type { Doorkeeper } from '../auth/doorkeeper.ts'
import { type HostDeps, SessionHost } from '../realtime/session-host.ts'
import type { KeyRow, StoredSession } from '../store/store.ts'

export class DeletedSessions {
  readonly #deps: HostDeps
  readonly #doorkeeper: Doorkeeper

  constructor(deps: HostDeps, doorkeeper: Doorkeeper) {
    this.#deps = deps
    this.#doorkeeper = doorkeeper
  }

  /** Is it deleted, and may be brought back? */
  async has(session: SessionId): Promise<boolean> {
    return this.#isKept(await this.#deps.store.getSession(session))
  }

  /** What its facilitator is told of it. Refuses `unknown-session` when it is gone or not deleted, and `not-allowed`. */
  async find(session: SessionId, cookies: string | undefined): Promise<Outcome<DeletedSession>> {
    const key = await this.#doorkeeper.keyOf(cookies, session, 'facilitator')
    return this.#tell(session, key)
  }

  /** May this key open what is deleted? */
  async isFacilitators(session: SessionId, key: KeyRow): Promise<boolean> {
    return (await this.#tell(session, key)).ok
  }

  /** Brings it back. Refuses as `find` does. */
  async restore(session: SessionId, cookies: string | undefined): Promise<Outcome<DeletedSession>> {
    const found = await this.find(session, cookies)
    if (!found.ok) return found
    const { store, clock } = this.#deps
    await store.setDeleted(session, null)
    await store.markUsed(session, clock.now())
    return found
  }

  async #tell(session: SessionId, key: KeyRow | undefined): Promise<Outcome<DeletedSession>> {
    const row = await this.#deps.store.getSession(session)
    if (!this.#isKept(row)) return refuse('unknown-session')
    if (key?.session !== session || key.person === null) return refuse('not-allowed')
    // Who drives is in its log: it is read for whoever holds a key of it, and let go at once.
    const { state } = await SessionHost.load(row, this.#deps)
    const person = findPerson(state, key.person)
    if (person?.role !== 'facilitator' || person.removed) return refuse('not-allowed')
    const { title, language } = state.workshop.settings
    const { deletedAt } = row
    return { ok: true, value: { title, language, deletedAt, goneAt: deletedAt + limits.DELETED_KEPT_MS } }
  }

  #isKept(row: StoredSession | undefined): row is StoredSession & { readonly deletedAt: number } {
    return (
      row !== undefined &&
      row.deletedAt !== null &&
      row.deletedAt + limits.DELETED_KEPT_MS > this.#deps.clock.now()
    )
  }
}
