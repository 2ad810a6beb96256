/** What a process and all that it started have used, from /proc: threads count, and so do children. */
import { readdirSync, readFileSync } from 'node:fs'

/** Kernel ticks per second, the same on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100
const TICK_MS = 1_000 / TICKS_PER_SECOND

interface Stat {
  readonly pid: number
  readonly parent: number
  readonly ticks: number
  readonly rssPages: number
}

const PAGE_BYTES = 4_096

/** Undefined when the process has gone meanwhile. */
function statOf(pid: number): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in parentheses may hold spaces.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const at = (index: number): number => Number(fields[index])
    return { pid, parent: at(1), ticks: at(11) + at(12), rssPages: at(21) }
  } catch {
    return undefined
  }
}

function treeOf(root: number): Stat[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statOf(Number(name)) ?? [])
  const family = new Set([root])
  for (let grown = true; grown; ) {
    grown = false
    for (const { pid, parent } of all)
      if (family.has(parent) && !family.has(pid)) {
        family.add(pid)
        grown = true
      }
  }
  return all.filter((stat) => family.has(stat.pid))
}

/** User and system time of a process and its children so far, ms; steps of 10 ms. */
export const cpuMsOf = (root: number): number =>
  treeOf(root).reduce((sum, stat) => sum + stat.ticks * TICK_MS, 0)

/** Memory that a process holds in RAM, MB; 0 when it has gone. */
export const rssMbOf = (pid: number): number => ((statOf(pid)?.rssPages ?? 0) * PAGE_BYTES) / 1e6

/** Memory that a process and all that it started hold in RAM, MB; what they share is counted for each. */
export const rssMbOfAll = (root: number): number =>
  (treeOf(root).reduce((sum, { rssPages }) => sum + rssPages, 0) * PAGE_BYTES) / 1e6

/** Time that all processes together have used since the machine started, and that its host took away, ms. */
export function machineBusyMs(): number {
  const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n')
  // Not the kernel's interrupts: on loopback those are ours.
  const [user = 0, nice = 0, system = 0, , , , , steal = 0] = line.split(/\s+/).slice(1).map(Number)
  return (user + nice + system + steal) * TICK_MS
}
