import type { ServerClock } from '../realtime/clock.ts'

interface Alarm {
  readonly instant: number
  readonly run: () => void
}

/** A clock that a test moves. Alarms ring in order, each at its own instant. */
export class TestClock implements ServerClock {
  #now: number
  #alarms: Alarm[] = []

  constructor(now = Date.UTC(2020, 3, 24, 12)) {
    this.#now = now
  }

  now(): number {
    return this.#now
  }

  at(instant: number, run: () => void): () => void {
    const alarm = { instant, run }
    this.#alarms.push(alarm)
    return () => {
      this.#alarms = this.#alarms.filter((a) => a !== alarm)
    }
  }

  advance(ms: number): void {
    const end = this.#now + ms
    for (;;) {
      const next = this.#alarms.filter((a) => a.instant <= end).sort((a, b) => a.instant - b.instant)[0]
      if (next === undefined) break
      this.#alarms = this.#alarms.filter((a) => a !== next)
      this.#now = Math.max(this.#now, next.instant)
      next.run()
    }
    this.#now = end
  }
}
