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

/**
 * Measures a piece of work that is too short to ask the system each time: what is returned says which share of the time since
 * then, 0 to 1, this process had a processor for. The rest it waited for one, on a machine that is busy with other things.
 */
export function startWork(): () => number {
  const began = performance.now()
  const before = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(before)
    return Math.min(1, (user + system) / 1_000 / Math.max(Number.EPSILON, performance.now() - began))
  }
}
