import { type Guide, limits, type PersonId, type Signal } from '@escale/shared'
import type { ServerClock } from '../clock.ts'

/** Who leads everybody's view at one activity, and where they look. Nothing of it outlives the activity or the server. */
export class Guiding {
  readonly #clock: ServerClock
  readonly #onEnd: () => void
  #by: PersonId | undefined
  #guide: Guide | null = null
  #cancelEnd: (() => void) | undefined

  constructor(clock: ServerClock, onEnd: () => void) {
    this.#clock = clock
    this.#onEnd = onEnd
  }

  get guide(): Guide | null {
    return this.#guide
  }

  get by(): PersonId | undefined {
    return this.#by
  }

  /** Somebody begins, goes on in another way, or (mode null) ends it for whoever led. */
  lead(person: PersonId, { mode, turn }: Extract<Signal, { type: 'guide' }>): void {
    this.#cancelEnd?.()
    const look = this.#by === person ? (this.#guide?.look ?? null) : null
    this.#by = mode === null ? undefined : person
    this.#guide = mode === null ? null : { turn, mode, look }
  }

  /** False: this person does not lead. */
  look(person: PersonId, look: Guide['look']): boolean {
    if (this.#guide === null || this.#by !== person) return false
    this.#guide = { ...this.#guide, look }
    return true
  }

  end(): void {
    this.#cancelEnd?.()
    this.#by = undefined
    this.#guide = null
  }

  /** The last connection of somebody has gone: whoever led has a moment to come back. */
  gone(person: PersonId): void {
    if (this.#by !== person) return
    this.#cancelEnd = this.#clock.at(this.#clock.now() + limits.AWAY_AFTER_MS, () => {
      this.end()
      this.#onEnd()
    })
  }

  back(person: PersonId): void {
    if (this.#by === person) this.#cancelEnd?.()
  }
}
