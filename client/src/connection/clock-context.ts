import { createContext, useContext, useSyncExternalStore } from 'react'

/** What a client knows of the server's time. */
export interface ClockReading {
  /** Server time, ms since the epoch. */
  readonly ms: number
  /** False while the clock is being set again (after a sleep, a reconnect): show no number then. */
  readonly sure: boolean
}

export interface ServerClock {
  /** null: not known yet. */
  readonly read: () => ClockReading | null
  /** Called when the clock has been set, or stopped being sure. */
  readonly subscribe: (changed: () => void) => () => void
  /** Changes with each of those. */
  readonly version: () => number
}

/** This device's own time: for previews, where nobody else must agree. */
export const deviceClock: ServerClock = {
  read: () => ({ ms: Date.now(), sure: true }),
  subscribe: () => () => {},
  version: () => 0,
}

export const ClockContext = createContext<ServerClock>(deviceClock)

/** The clock of the session (or of the preview) around; re-renders when it is set. */
export function useClock(): ServerClock {
  const clock = useContext(ClockContext)
  useSyncExternalStore(clock.subscribe, clock.version)
  return clock
}
