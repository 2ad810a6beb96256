/** The pictures that people send while a session goes on (docs/spec/wall.md, M55). */
import { limits, type NewPicture, type Outcome, refuse, type SessionId } from '@escale/shared'
import { v4 as uuid } from 'uuid'
import type { ServerClock } from '../realtime/clock.ts'
import type { Store } from '../store/store.ts'
import { reencode } from './reencode.ts'

const HOUR_MS = 60 * 60 * 1_000
/** Pictures that are drawn anew at the same time: each may unpack to some hundred megabytes. */
const LANES = 2

/** When a picture was added, as it is kept: so roughly that it tells nothing of who was there. */
export const hourOf = (at: number): number => at - (at % HOUR_MS)

export class PictureShelf {
  readonly #store: Store
  readonly #clock: ServerClock
  readonly #lanes: Promise<unknown>[] = Array.from({ length: LANES }, () => Promise.resolve())
  #next = 0
  #keeping: Promise<unknown> = Promise.resolve()

  constructor(store: Store, clock: ServerClock) {
    this.#store = store
    this.#clock = clock
  }

  /**
   * Draws a picture anew and keeps it; nothing says whose it is, and its id is chance alone. Refuses what is no picture
   * (`invalid`), unpacks to too much (`too-large`) or finds the session's shelf full (`too-many`).
   */
  async put(session: SessionId, bytes: Uint8Array, sidePx?: number): Promise<Outcome<NewPicture>> {
    const drawn = await this.#inLane(() => reencode(bytes, undefined, sidePx))
    if (!drawn.ok) return drawn
    const { width, height } = drawn.value
    const id = uuid()
    // One after the other, so that the shelf is not filled by several who each still saw room.
    const kept = this.#keeping.then(async () => {
      if (!(await this.#hasRoom(session, drawn.value.bytes.length))) return false
      await this.#store.addFile({ id, session, addedAt: hourOf(this.#clock.now()), ...drawn.value })
      return true
    })
    this.#keeping = kept.catch(() => undefined)
    return (await kept) ? { ok: true, value: { picture: id, width, height } } : refuse('too-many')
  }

  /** Forgets some of the pictures to which nothing in their session has referred for long. */
  sweep(session: SessionId): Promise<number> {
    return this.#store.sweepFiles(session, this.#clock.now() - limits.PICTURE_UNUSED_KEPT_MS)
  }

  async #hasRoom(session: SessionId, bytes: number): Promise<boolean> {
    const held = await this.#store.weighFiles(session)
    return held.files < limits.SESSION_PICTURES_MAX && held.bytes + bytes <= limits.SESSION_PICTURES_MAX_BYTES
  }

  #inLane<T>(work: () => Promise<T>): Promise<T> {
    const lane = this.#next++ % LANES
    const done = (this.#lanes[lane] ?? Promise.resolve()).then(work)
    this.#lanes[lane] = done.catch(() => undefined)
    return done
  }
}
