import { type Cursor, limits, type PersonId } from '@escale/shared'
import type { ServerClock } from '../clock.ts'

/** Keys are drawn from so many that nobody's tells when they came. */
const KEYS = 2 ** 31

interface Place {
  readonly x: number
  readonly y: number
}

/** Where each connection points, until it rests. */
export class Pointers<G> {
  readonly #clock: ServerClock
  readonly #keys = new Map<G, number>()
  readonly #places = new Map<G, Place & { readonly until: number }>()

  constructor(clock: ServerClock) {
    this.#clock = clock
  }

  get count(): number {
    return this.#places.size
  }

  /** When the first of them will have rested for too long. */
  get nextEnd(): number {
    return Math.min(...[...this.#places.values()].map(({ until }) => until))
  }

  add(guest: G): void {
    this.#keys.set(guest, Math.floor(Math.random() * KEYS))
  }

  /** Answers whether there was one to be seen. */
  remove(guest: G): boolean {
    this.#keys.delete(guest)
    return this.#places.delete(guest)
  }

  keyOf(guest: G): number | undefined {
    return this.#keys.get(guest)
  }

  /** null: nowhere any more. */
  point(guest: G, at: Place | null): void {
    if (at === null) this.#places.delete(guest)
    else this.#places.set(guest, { ...at, until: this.#clock.now() + limits.CURSOR_RESTS_MS })
  }

  clear(): void {
    this.#places.clear()
  }

  forgetResting(): void {
    const now = this.#clock.now()
    for (const [guest, { until }] of this.#places) if (until <= now) this.#places.delete(guest)
  }

  /** `personOf`: whose each is, where that is told. */
  list(personOf: (guest: G) => PersonId | null): readonly Cursor[] {
    return [...this.#places].map(([guest, { x, y }]) => {
      const person = personOf(guest)
      return { key: this.#keys.get(guest) ?? 0, x, y, ...(person === null ? {} : { person }) }
    })
  }
}
