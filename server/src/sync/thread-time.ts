import { readFileSync } from 'node:fs'

/** Linux: nanoseconds that this thread has had a processor for, first of three numbers. */
const SCHEDULER = '/proc/thread-self/schedstat'

const hasScheduler = ((): boolean => {
  try {
    return Number(readFileSync(SCHEDULER, 'utf8').split(' ')[0]) > 0
  } catch {
    return false
  }
})()

/**
 * How long this thread has worked, ms; on systems that do not tell, the time of day. So a machine that is busy with other
 * things does not make honest writing look dear.
 */
export const workedMs = (): number =>
  hasScheduler ? Number(readFileSync(SCHEDULER, 'utf8').split(' ')[0]) / 1_000_000 : performance.now()
