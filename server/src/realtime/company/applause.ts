import { limits, type PersonId, REACTIONS, type Reaction, type RoomKey } from '@escale/shared'
import type { ServerClock } from '../clock.ts'

/** Reactions between two tellings, and how many each person may still give. */
export class ApplauseCount {
  readonly #clock: ServerClock
  #given: { readonly person: PersonId; readonly index: number }[] = []
  readonly #left = new Map<PersonId, { readonly tokens: number; readonly at: number }>()

  constructor(clock: ServerClock) {
    this.#clock = clock
  }

  /** Counts one; false when this person has given too many. */
  add(person: PersonId, reaction: Reaction): boolean {
    const left = this.#leftFor(person)
    if (left < 1) return false
    this.#left.set(person, { tokens: left - 1, at: this.#clock.now() })
    this.#given.push({ person, index: REACTIONS.indexOf(reaction) })
    return true
  }

  /** What was given since the last time, by room: numbers, and not who gave them. */
  take(roomOf: (person: PersonId) => RoomKey): ReadonlyMap<RoomKey, readonly number[]> {
    const rooms = new Map<RoomKey, number[]>()
    for (const { person, index } of this.#given) {
      const room = roomOf(person)
      const counts = rooms.get(room) ?? REACTIONS.map(() => 0)
      counts[index] = (counts[index] ?? 0) + 1
      rooms.set(room, counts)
    }
    this.#given = []
    return rooms
  }

  /** Somebody has left. What they have spent stays spent: else leaving and coming back would be a way around it. */
  forget(person: PersonId): void {
    if (this.#leftFor(person) >= limits.REACTIONS_BURST) this.#left.delete(person)
  }

  #leftFor(person: PersonId): number {
    const held = this.#left.get(person)
    if (held === undefined) return limits.REACTIONS_BURST
    const grown = (Math.max(0, this.#clock.now() - held.at) / 1_000) * limits.REACTIONS_PER_SECOND
    return Math.min(limits.REACTIONS_BURST, held.tokens + grown)
  }
}
