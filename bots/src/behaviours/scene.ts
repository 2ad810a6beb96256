import type { ActivitySlice, Random } from '@escale/shared'
import type { Bot } from '../bot.ts'
import { Left, pauseBetween, type Tempo, waitFor } from '../pace.ts'
import type { Sight } from '../sight.ts'

/** What a simulated person does in an activity of one kind; settles when there is nothing left to do. */
export type Behaviour = (scene: Scene) => Promise<void>

/** What the person is like, the same for the whole session. */
export interface Character {
  readonly bot: Bot
  /** Place in the crowd, from 0, and how many there are. */
  readonly index: number
  readonly count: number
  readonly random: Random
  readonly tempo: Tempo
}

/** One person in one run of one activity. Everything on it throws `Left` when the activity is left. */
export class Scene {
  readonly character: Character
  readonly activity: ActivitySlice['id']
  /** What was done already, over leaving and coming back. */
  readonly done: Set<string>
  readonly signal: AbortSignal

  constructor(character: Character, activity: ActivitySlice['id'], done: Set<string>, signal: AbortSignal) {
    this.character = character
    this.activity = activity
    this.done = done
    this.signal = signal
  }

  get bot(): Bot {
    return this.character.bot
  }

  get random(): Random {
    return this.character.random
  }

  /** The activity as this person sees it now. @throws Left */
  now(): ActivitySlice {
    const { activity } = this.bot.sight
    if (this.signal.aborted || activity === null || activity.id !== this.activity) throw new Left()
    return activity
  }

  /** The kind's own view, as its behaviour reads it. */
  view<V>(): V {
    return this.now().view as V
  }

  me(): string {
    return this.bot.sight.me?.id ?? ''
  }

  /** Waits between `min` and `max` ms, as slow or fast as this person is. */
  pause(min: number, max: number): Promise<void> {
    return pauseBetween(min, max, this.random, this.character.tempo, this.signal)
  }

  chance(probability: number): boolean {
    return this.random.next() < probability
  }

  pick<T>(items: readonly T[], otherwise: T): T {
    return items[this.random.below(items.length)] ?? otherwise
  }

  /** Resolves when what is seen fulfils `predicate`. */
  until(predicate: (sight: Sight) => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => {
        try {
          if (this.signal.aborted) throw new Left()
          if (predicate(this.bot.sight)) end(resolve)
        } catch (error) {
          end(() => reject(error))
        }
      }
      const end = (settle: () => void) => {
        stop()
        this.signal.removeEventListener('abort', look)
        settle()
      }
      const stop = this.bot.connection.onChange(look)
      this.signal.addEventListener('abort', look)
      look()
    })
  }

  /** Resolves at server time `at`, ms; at once when it has passed. */
  untilTime(at: number): Promise<void> {
    return waitFor(Math.max(0, at - this.bot.now()), this.signal)
  }
}
