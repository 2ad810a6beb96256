/** The pictures that people send while a session goes on (docs/spec/wall.md, M55). */
import { limits, type NewPicture, type Outcome, refuse, type SessionId } from '@escale/shared'
import { v4 as uuid } from 'uuid'
import type { Turn } from '../heavy/fair-queue.ts'
import { PICTURE_MAX_MS } from '../heavy/heavy-limits.ts'
import { HeavyError } from '../heavy/helper-process.ts'
import type { Lane } from '../heavy/lane.ts'
import type { ServerClock } from '../realtime/clock.ts'
import type { FilesWeight, Store } from '../store/store.ts'
import {
  PERSON_PICTURES_MAX,
  PERSON_PICTURES_MAX_BYTES,
  RESERVED_PICTURES,
  RESERVED_PICTURES_BYTES,
} from './picture-limits.ts'
import type { Picture } from './reencode.ts'

const HOUR_MS = 60 * 60 * 1_000

/** When a picture was added, as it is kept: so roughly that it tells nothing of who was there. */
export const hourOf = (at: number): number => at - (at % HOUR_MS)

export interface SentPicture {
  readonly bytes: Uint8Array
  /** Larger ones are not unpacked. */
  readonly maxPixels?: number
  /** The longer side that is kept, px. */
  readonly sidePx?: number
  /** Whoever sent it does not wait any more. */
  readonly gone?: AbortSignal
}

const NEVER = new AbortController().signal
const NOTHING: FilesWeight = { files: 0, bytes: 0 }

export class PictureShelf {
  readonly #store: Store
  readonly #clock: ServerClock
  readonly #lane: Lane
  #keeping: Promise<unknown> = Promise.resolve()
  /** What each participant has had kept, while the server runs: nothing that is stored says so. */
  readonly #weights = new Map<string, FilesWeight>()

  constructor(store: Store, clock: ServerClock, lane: Lane) {
    this.#store = store
    this.#clock = clock
    this.#lane = lane
  }

  /**
   * Draws a picture anew, beside the server. Refuses what is no picture (`invalid`), and what unpacks to too much or takes too
   * long (`too-large`); `busy` when too many wait.
   */
  async draw(turn: Turn, { bytes, maxPixels, sidePx, gone = NEVER }: SentPicture): Promise<Outcome<Picture>> {
    const job = {
      ...{ type: 'redraw' as const, bytes },
      ...(maxPixels === undefined ? {} : { maxPixels }),
      ...(sidePx === undefined ? {} : { sidePx }),
    }
    try {
      return await this.#lane.run(turn, { job, signal: gone, withinMs: PICTURE_MAX_MS, supply })
    } catch (error) {
      if (!(error instanceof HeavyError)) throw error
      return refuse(error.fault === 'too-long' || error.fault === 'too-large' ? 'too-large' : 'busy')
    }
  }

  /** Draws a picture anew and keeps it; nothing that is kept says whose it is, and its id is chance alone. */
  async put(turn: Turn, sent: SentPicture): Promise<Outcome<NewPicture>> {
    const who = `${turn.session}/${turn.person}`
    const weight = this.#weights.get(who) ?? NOTHING
    const isOver = weight.files >= PERSON_PICTURES_MAX || weight.bytes >= PERSON_PICTURES_MAX_BYTES
    if (!turn.first && isOver) return refuse('too-many')
    const drawn = await this.draw(turn, sent)
    if (!drawn.ok) return drawn
    const { width, height, bytes } = drawn.value
    const id = uuid()
    // One after the other, so that the shelf is not filled by several who each still saw room.
    const kept = this.#keeping.then(async () => {
      if (!(await this.#hasRoom(turn, bytes.length))) return false
      const addedAt = hourOf(this.#clock.now())
      await this.#store.addFile({ id, session: turn.session, addedAt, ...drawn.value })
      return true
    })
    this.#keeping = kept.catch(() => undefined)
    if (!(await kept)) return refuse('too-many')
    const now = this.#weights.get(who) ?? NOTHING
    this.#weights.set(who, { files: now.files + 1, bytes: now.bytes + bytes.length })
    return { ok: true, value: { picture: id, width, height } }
  }

  /** Forgets some of the pictures to which nothing in their session has referred for long. */
  sweep(session: SessionId): Promise<number> {
    return this.#store.sweepFiles(session, this.#clock.now() - limits.PICTURE_UNUSED_KEPT_MS)
  }

  async #hasRoom({ session, first }: Turn, bytes: number): Promise<boolean> {
    const held = await this.#store.weighFiles(session)
    const [files, most] = first ? [0, 0] : [RESERVED_PICTURES, RESERVED_PICTURES_BYTES]
    return (
      held.files < limits.SESSION_PICTURES_MAX - files &&
      held.bytes + bytes <= limits.SESSION_PICTURES_MAX_BYTES - most
    )
  }
}

/** To draw a picture nothing else is needed. */
const supply = async (): Promise<never> => {
  throw new Error('nothing to be supplied')
}
