/** Time as the server sees it. Injected, so that tests can let an hour pass. */
export interface ServerClock {
  /** Ms since the epoch. */
  now(): number
  /** Runs once at an instant, or at once when it has passed. Returns how to call it off. */
  at(instant: number, run: () => void): () => void
}

/** `setTimeout` counts in 32 bits. */
const TIMEOUT_MAX_MS = 2 ** 31 - 1

export const systemClock: ServerClock = {
  now: () => Date.now(),
  at: (instant, run) => {
    let timer: NodeJS.Timeout
    const wait = (): void => {
      const left = instant - Date.now()
      timer = setTimeout(left > TIMEOUT_MAX_MS ? wait : run, Math.min(Math.max(0, left), TIMEOUT_MAX_MS))
      timer.unref()
    }
    wait()
    return () => clearTimeout(timer)
  },
}
