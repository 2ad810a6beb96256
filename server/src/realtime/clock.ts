import { uptime } from 'node:os'

/** Time as the server sees it. Injected, so that tests can let an hour pass. */
export interface ServerClock {
  /** Ms since the epoch; never goes back. */
  now(): number
  /** Runs once at an instant, or at once when it has passed. Returns how to call it off. */
  at(instant: number, run: () => void): () => void
}

/** What a machine says of the time, all in ms. */
export interface TimeSources {
  /** Its calendar, which somebody or something may set at any moment. */
  readonly wall: () => number
  /** Never set, but stands still while the machine sleeps. */
  readonly steady: () => number
  /** Since the machine began, sleep included; coarse. */
  readonly uptime: () => number
}

export interface ClockOptions {
  readonly sources?: TimeSources
  /** What has been committed is not in the future: time begins here when the calendar is behind it. */
  readonly notBefore?: number
  /** Is nobody's time running? Then it may be put right at once. */
  readonly isQuiet?: () => boolean
}

const machine: TimeSources = {
  wall: () => Date.now(),
  steady: () => performance.now(),
  uptime: () => uptime() * 1_000,
}

/** While somebody's time runs it is this much faster or slower at most, to come back to the calendar. */
export const SLEW_MAX = 500 / 1_000_000
/** The calendar ran ahead by more than this: the machine slept, or was set. `uptime` knows which. */
const SLEPT_MIN_MS = 1_000
/** How far in the future what has been committed may be and still be believed. */
export const AHEAD_MAX_MS = 24 * 60 * 60 * 1_000
/** A sleeping machine does not count down: timers look again this often. */
const LOOK_AGAIN_MS = 30_000

const clamp = (value: number, most: number): number => Math.max(-most, Math.min(most, value))

/** The server's time from a machine's (rule C11). */
export function createServerClock({
  sources = machine,
  notBefore = 0,
  isQuiet = () => false,
}: ClockOptions = {}): ServerClock {
  const { wall, steady } = sources
  let lastSteady = steady()
  let lastWall = wall()
  let awake = sources.uptime() - lastSteady
  let server = notBefore - lastWall > AHEAD_MAX_MS ? lastWall : Math.max(lastWall, notBefore)

  /** How long the machine has slept since it was asked last; never less than nothing. */
  const slept = (): number => {
    const ms = sources.uptime() - steady() - awake
    if (ms < SLEPT_MIN_MS) return 0
    awake += ms
    return ms
  }

  const now = (): number => {
    const atSteady = steady()
    const atWall = wall()
    let passed = Math.max(0, atSteady - lastSteady)
    if (atWall - lastWall - passed > SLEPT_MIN_MS) passed += slept()
    lastSteady = atSteady
    lastWall = atWall
    const ahead = server + passed - atWall
    if (isQuiet()) server = Math.max(server, atWall)
    else server += passed - clamp(ahead, passed * SLEW_MAX)
    return Math.floor(server)
  }

  return {
    now,
    at: (instant, run) => {
      let timer: NodeJS.Timeout
      const look = (): void => {
        const left = instant - now()
        if (left <= 0) run()
        else wait(left)
      }
      const wait = (ms: number): void => {
        timer = setTimeout(look, Math.min(Math.max(0, ms), LOOK_AGAIN_MS))
        timer.unref()
      }
      wait(instant - now())
      return () => clearTimeout(timer)
    },
  }
}
