import type { Goodbye, SessionId } from '@escale/shared'
import { sessionTag } from '../auth/secrets.ts'
import { LastUse } from '../retention/last-use.ts'
import type { Rooms } from './guest.ts'
import { LiveSession } from './live-session.ts'
import { type HostDeps, SessionHost } from './session-host.ts'

/** A session that nobody has asked for this long leaves the memory. */
const IDLE_MS = 10 * 60 * 1_000

/** Called once for each session that is loaded; answers how to stop what that began. */
type OnLoaded = (host: SessionHost) => () => Promise<void>

/** The sessions in memory: loaded on demand, once for all who ask at the same time, and let go when idle. */
export class LiveSessions {
  readonly #deps: HostDeps
  readonly #rooms: Rooms
  readonly #open = new Map<SessionId, { live: Promise<LiveSession | undefined>; usedAt: number }>()
  readonly #onLoaded: OnLoaded
  readonly #stops = new WeakMap<LiveSession, () => Promise<void>>()
  #cancelSweep: (() => void) | undefined

  constructor(deps: HostDeps, rooms: Rooms, onLoaded: OnLoaded = () => async () => undefined) {
    this.#deps = deps
    this.#rooms = rooms
    this.#onLoaded = onLoaded
    this.#sweepLater()
  }

  /** Undefined: there is no such session, or it is deleted. Rejects when the log cannot be read. */
  open(id: SessionId): Promise<LiveSession | undefined> {
    const usedAt = this.#deps.clock.now()
    const known = this.#open.get(id)
    if (known) {
      known.usedAt = usedAt
      return known.live
    }
    const live = this.#load(id)
    this.#open.set(id, { live, usedAt })
    // What does not exist or could not be read is asked for again the next time.
    live.then(
      (found) => found ?? this.#open.delete(id),
      () => this.#open.delete(id),
    )
    return live
  }

  /** Notes that those sessions are used in which somebody is. */
  async noteUse(): Promise<void> {
    for (const { live } of this.#open.values()) {
      const session = await live.catch(() => undefined)
      if (session !== undefined && !session.isIdle) session.lastUse.note()
    }
  }

  /** Sends everybody in a session away and lets go of it. What is stored stays. */
  async end(id: SessionId, reason: Goodbye): Promise<void> {
    const session = await this.#open.get(id)?.live.catch(() => undefined)
    this.#open.delete(id)
    if (session === undefined) return
    session.end(reason)
    await session.host.settled()
    await this.#stops.get(session)?.()
  }

  /** How many are in memory. */
  get size(): number {
    return this.#open.size
  }

  /** Waits for what is being written, then lets all go. */
  async close(): Promise<void> {
    this.#cancelSweep?.()
    const all = await Promise.allSettled([...this.#open.values()].map((o) => o.live))
    for (const one of all) {
      if (one.status === 'rejected' || one.value === undefined) continue
      one.value.close()
      await one.value.host.settled()
      await this.#stops.get(one.value)?.()
    }
    this.#open.clear()
  }

  async #load(id: SessionId): Promise<LiveSession | undefined> {
    const row = await this.#deps.store.getSession(id)
    if (row === undefined || row.deletedAt !== null) return undefined
    const host = await SessionHost.load(row, this.#deps)
    this.#deps.log.info({ session: sessionTag(id), seq: host.state.seq }, 'session loaded')
    const stop = this.#onLoaded(host)
    const live = new LiveSession(host, new LastUse(row, this.#deps), this.#deps, this.#rooms)
    this.#stops.set(live, stop)
    return live
  }

  #sweepLater(): void {
    this.#cancelSweep = this.#deps.clock.at(this.#deps.clock.now() + IDLE_MS, () => void this.#sweep())
  }

  async #sweep(): Promise<void> {
    for (const [id, { live, usedAt }] of [...this.#open]) {
      const session = await live.catch(() => undefined)
      const isStale = usedAt + IDLE_MS <= this.#deps.clock.now()
      if (session === undefined || !isStale || !session.isIdle) continue
      await session.host.settled()
      // Somebody may have come in the meantime.
      if (!session.isIdle || this.#open.get(id)?.usedAt !== usedAt) continue
      this.#open.delete(id)
      session.close()
      await this.#stops.get(session)?.()
    }
    this.#sweepLater()
  }
}
