import type { ClockReading, ServerClock } from './clock-context.ts'
import { bestEstimate, disagrees, type Probe } from './clock-estimate.ts'

const PROBES_AT_FIRST = 8
const PROBES_AFTERWARDS = 3
const BETWEEN_PROBES_MS = 100
const AGAIN_AFTER_MS = 60_000
const WATCH_MS = 1_000
/** Probes older than this are forgotten: quartz drifts. */
const PROBES_KEPT_MS = 5 * 60_000

export interface SessionClock extends ServerClock {
  /** The connection is there (again): set the clock. */
  readonly start: () => void
  readonly stop: () => void
}

export interface ClockSource {
  /** Asks the server for its time, ms; rejects when no answer came. */
  readonly ask: () => Promise<number>
  /** A clock that never goes back, ms. */
  readonly steady: () => number
  /** What the device's calendar says, ms; used only to notice a sleep. */
  readonly calendar: () => number
}

export const deviceSource = (ask: ClockSource['ask']): ClockSource => ({
  ask,
  steady: () => performance.now(),
  calendar: () => Date.now(),
})

const pauseFor = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

export function createSessionClock({ ask, steady, calendar }: ClockSource): SessionClock {
  const listeners = new Set<() => void>()
  let version = 0
  let probes: readonly Probe[] = []
  let offset: number | undefined
  let sure = false
  /** Calendar minus steady time when the probes were made. */
  let apart = 0
  let round = 0
  let running = false
  let timer: ReturnType<typeof setInterval> | undefined
  let lastRound = 0

  const changed = () => {
    version += 1
    for (const listener of listeners) listener()
  }

  const adopt = () => {
    const best = bestEstimate(probes)
    if (best === undefined) return
    if (sure && offset === best.offset) return
    offset = best.offset
    sure = true
    changed()
  }

  /** One round of questions; a newer round replaces it. */
  const probe = async (count: number) => {
    round += 1
    const mine = round
    lastRound = steady()
    for (let asked = 0; asked < count; asked += 1) {
      if (asked > 0) await pauseFor(BETWEEN_PROBES_MS)
      if (mine !== round || !running) return
      const sentAt = steady()
      try {
        const serverMs = await ask()
        const receivedAt = steady()
        if (mine !== round) return
        probes = [
          ...probes.filter((p) => receivedAt - p.receivedAt < PROBES_KEPT_MS),
          { sentAt, receivedAt, serverMs },
        ]
        adopt()
      } catch {
        return // No connection: the next one starts a new round.
      }
    }
  }

  /** The steady clock may have slept, or the calendar was set: what we knew is not to be shown. */
  const doubt = () => {
    apart = calendar() - steady()
    probes = []
    if (sure) {
      sure = false
      changed()
    }
    void probe(PROBES_AT_FIRST)
  }

  const watch = () => {
    if (disagrees(apart, calendar() - steady())) doubt()
    else if (steady() - lastRound > AGAIN_AFTER_MS) void probe(PROBES_AFTERWARDS)
  }

  const look = () => {
    watch()
    if (document.hidden || !sure) return
    void probe(PROBES_AFTERWARDS)
  }

  return {
    read: (): ClockReading | null =>
      offset === undefined
        ? null
        : { ms: steady() + offset, sure: sure && !disagrees(apart, calendar() - steady()) },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    version: () => version,
    start: () => {
      if (!running) {
        running = true
        timer = setInterval(watch, WATCH_MS)
        document.addEventListener('visibilitychange', look)
        document.addEventListener('resume', look)
        window.addEventListener('online', look)
      }
      apart = calendar() - steady()
      probes = []
      void probe(PROBES_AT_FIRST)
    },
    stop: () => {
      running = false
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
      document.removeEventListener('resume', look)
      window.removeEventListener('online', look)
    },
  }
}
