/**
 * Monotonic ms, the same for every process of this machine: what one process sends another can time. Read from the machine's
 * clock each time: an offset between two clocks, worked out once at the start, is wrong by as long as the process was held up
 * between the two readings, and then things are seen before they are sent.
 */
export const now = (): number => {
  const [seconds, nanoseconds] = process.hrtime()
  return seconds * 1_000 + nanoseconds / 1e6
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
