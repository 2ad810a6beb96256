import {
  type Kinds,
  limits,
  liveActivity,
  nextInstant,
  type SessionState,
  serverTimeOf,
} from '@escale/shared'
import type { ServerClock } from './clock.ts'

/** Server time of the next instant at which the running activity shows something new by itself; null: none. */
export function nextWake(kinds: Kinds, state: SessionState, now: number): number | null {
  const live = state.status === 'running' ? liveActivity(kinds, state, state.current, now) : undefined
  if (live === undefined) return null
  const instant = nextInstant(live.phases, live.moment.elapsed, limits.REVEAL_LEAD_MS)
  return instant === null ? null : serverTimeOf(live.run, instant, now)
}

/** The one timer of a session (rule C10). */
export class Wake {
  readonly #clock: ServerClock
  readonly #next: (now: number) => number | null
  readonly #onWake: () => void
  #cancel: (() => void) | undefined

  constructor(clock: ServerClock, next: (now: number) => number | null, onWake: () => void) {
    this.#clock = clock
    this.#next = next
    this.#onWake = onWake
  }

  /** Looks again when the next instant is; to be called after every change. */
  arm(): void {
    this.#cancel?.()
    const at = this.#next(this.#clock.now())
    this.#cancel =
      at === null
        ? undefined
        : this.#clock.at(at, () => {
            this.#onWake()
            this.arm()
          })
  }

  close(): void {
    this.#cancel?.()
    this.#cancel = undefined
  }
}
