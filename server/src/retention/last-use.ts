import type { SessionId } from '@escale/shared'
import type { Log } from '../observability/log.ts'
import type { ServerClock } from '../realtime/clock.ts'
import type { Store, StoredSession } from '../store/store.ts'

/** Use is noted this often at most: what follows from it is counted in days. */
export const USE_NOTED_EVERY_MS = 60 * 60 * 1_000

interface LastUseDeps {
  readonly store: Pick<Store, 'markUsed'>
  readonly clock: ServerClock
  readonly log: Log
}

/** When one session was last used. */
export class LastUse {
  readonly #deps: LastUseDeps
  readonly #session: SessionId
  #noted: number
  #at: number

  constructor({ id, usedAt }: Pick<StoredSession, 'id' | 'usedAt'>, deps: LastUseDeps) {
    this.#deps = deps
    this.#session = id
    this.#noted = usedAt
    this.#at = usedAt
  }

  /** Server time, ms. */
  get at(): number {
    return this.#at
  }

  /** Somebody of the session does something now. */
  note(): void {
    const { store, clock, log } = this.#deps
    this.#at = Math.max(this.#at, clock.now())
    if (this.#at - this.#noted < USE_NOTED_EVERY_MS) return
    const before = this.#noted
    this.#noted = this.#at
    store.markUsed(this.#session, this.#at).catch((error: unknown) => {
      // The next use tries again.
      this.#noted = before
      log.error({ err: error }, 'the use of a session could not be noted')
    })
  }
}
