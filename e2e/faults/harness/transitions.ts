/** What a client shows as time goes by, seen from outside: every change of it, and when. */
import type { Bot, Sight } from '@escale/bots'
import { elapsed } from '@escale/shared'

export interface Sighting {
  readonly shown: string
  /** Server time, ms, by a clock that was set before the fault and is not set again. */
  readonly at: number
}

/** What is shown of a sight at an activity time; empty: nothing yet. */
export type Show = (sight: Sight, elapsedMs: number) => string

const LOOK_EVERY_MS = 10

export class Transitions {
  readonly sightings: Sighting[] = []
  readonly #bot: Bot
  readonly #show: Show
  readonly #offset: number
  readonly #timer: NodeJS.Timeout

  constructor(bot: Bot, show: Show) {
    this.#bot = bot
    this.#show = show
    this.#offset = bot.now() - performance.now()
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS)
  }

  get shown(): readonly string[] {
    return this.sightings.map((s) => s.shown)
  }

  /** When something was shown first. */
  at(shown: string): number {
    return this.sightings.find((s) => s.shown === shown)?.at ?? Number.NaN
  }

  end(): void {
    clearInterval(this.#timer)
  }

  #look(): void {
    const { sight } = this.#bot
    const { activity } = sight
    if (activity === null) return
    // As a client does: by its own estimate of the server's clock, whatever that is at this moment.
    const shown = this.#show(sight, elapsed(activity.run, this.#bot.now()))
    if (shown === '' || shown === this.sightings.at(-1)?.shown) return
    this.sightings.push({ shown, at: performance.now() + this.#offset })
  }
}
