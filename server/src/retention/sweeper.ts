/** Lets go of sessions whose time is over, and of names that were changed (docs/spec/retention.md). */
import type { SessionId } from '@escale/shared'
import { sessionTag } from '../auth/secrets.ts'
import type { Log } from '../observability/log.ts'
import type { ServerClock } from '../realtime/clock.ts'
import type { LiveSessions } from '../realtime/live-sessions.ts'
import type { Keeping, Store } from '../store/store.ts'
import type { Documents } from '../sync/index.ts'
import type { Eraser } from './eraser.ts'

/** How often, from the start of the server on. */
export const SWEEP_EVERY_MS = 10 * 60 * 1_000
/** An undo gives back the name that was before for this long at least. */
export const EARLIER_NAMES_KEPT_MS = 30 * 60 * 1_000

interface SweeperDeps {
  readonly store: Store
  readonly sessions: LiveSessions
  readonly documents: Pick<Documents, 'drop'>
  readonly clock: ServerClock
  readonly log: Log
  readonly keeping: Keeping
  readonly eraser: Pick<Eraser, 'resume'>
}

export class Sweeper {
  readonly #deps: SweeperDeps
  #cancel: (() => void) | undefined
  #running: Promise<void> = Promise.resolve()
  #stopped = false

  constructor(deps: SweeperDeps) {
    this.#deps = deps
  }

  /** Sweeps now and then regularly. */
  start(): void {
    this.#next(0)
  }

  /** Resolves when what has begun is done; nothing begins any more. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#cancel?.()
    await this.#running
  }

  #next(inMs: number): void {
    const { clock, log } = this.#deps
    if (this.#stopped) return
    this.#cancel = clock.at(clock.now() + inMs, () => {
      void this.sweep()
        .catch((error: unknown) => log.error({ err: error }, 'what is over was not swept'))
        .finally(() => this.#next(SWEEP_EVERY_MS))
    })
  }

  /** Purges all whose time is over now; a session that somebody is in is used now, and is not. One sweep after the other. */
  sweep(): Promise<void> {
    const done = this.#running.then(() => this.#sweep())
    this.#running = done.catch(() => undefined)
    return done
  }

  async #sweep(): Promise<void> {
    const { store, sessions, clock, keeping, eraser } = this.#deps
    await store.forgetEarlierNames(clock.now() - EARLIER_NAMES_KEPT_MS)
    await eraser.resume()
    await sessions.noteUse()
    for (let purged = true; purged && !this.#stopped; ) {
      purged = false
      for (const id of await store.listOver(clock.now(), keeping))
        purged = (!this.#stopped && (await this.#purge(id))) || purged
    }
  }

  async #purge(id: SessionId): Promise<boolean> {
    const { store, sessions, documents, clock, log, keeping } = this.#deps
    if (!(await store.condemn(id, clock.now(), keeping))) return false
    // From here on nobody opens it; whoever came in the meantime is sent away.
    await sessions.end(id, 'unknown-session')
    await documents.drop(id)
    while (!(await store.purgeSome(id))) if (this.#stopped) return false
    log.info({ session: sessionTag(id) }, 'session purged')
    return true
  }
}
