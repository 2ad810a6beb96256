const [seconds, nanoseconds] = process.hrtime()
const ORIGIN = seconds * 1_000 + nanoseconds / 1e6 - performance.now()

/** Monotonic ms, the same for every process of this machine: what one process sends another can time. */
export const now = (): number => ORIGIN + performance.now()

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
