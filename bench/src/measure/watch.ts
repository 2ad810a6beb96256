/** What the server used between two moments, and what everybody else on the machine used meanwhile. */
import { loadavg } from 'node:os'
import { now } from './clock.ts'
import { cpuMsOf, machineBusyMs, rssMbOf } from './process-usage.ts'

const SAMPLE_MS = 200

export interface Used {
  readonly wallMs: number
  readonly cpuMs: number
  readonly rssStartMb: number
  readonly rssPeakMb: number
  /** Cores that neither the server nor the bench and its crowds used: somebody else's. */
  readonly neighbourCores: number
  readonly load: number
}

export interface Watch {
  stop(): Used
}

/** @param pid the server; all that this process started counts as ours */
export function watch(pid: number): Watch {
  const began = now()
  const cpu = cpuMsOf(pid)
  const family = cpuMsOf(process.pid)
  const busy = machineBusyMs()
  const rssStartMb = rssMbOf(pid)
  let rssPeakMb = rssStartMb
  const timer = setInterval(() => {
    rssPeakMb = Math.max(rssPeakMb, rssMbOf(pid))
  }, SAMPLE_MS)
  return {
    stop: () => {
      clearInterval(timer)
      const wallMs = now() - began
      const cpuMs = cpuMsOf(pid) - cpu
      const others = machineBusyMs() - busy - (cpuMsOf(process.pid) - family)
      return {
        wallMs,
        cpuMs,
        rssStartMb,
        rssPeakMb: Math.max(rssPeakMb, rssMbOf(pid)),
        neighbourCores: Math.max(0, others / wallMs),
        load: loadavg()[0] ?? 0,
      }
    },
  }
}
