import { readFile } from 'node:fs/promises'
import type { RealServer } from '../../fixtures/server.ts'

/** The system counts a process's time in hundredths of a second. */
const TICKS_PER_SECOND = 100

/** Seconds of processor that the server has used. */
export async function secondsUsed({ process: { pid } }: RealServer): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}
