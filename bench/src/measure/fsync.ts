import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median } from '../report/statistics.ts'
import { now } from './clock.ts'

const TRIES = 50
const BYTES = 4_096

/** How long this machine's disk takes to promise 4 kB, ms; median of some. */
export function fsyncMs(): number {
  const folder = mkdtempSync(join(tmpdir(), 'escale-bench-'))
  const file = openSync(join(folder, 'probe'), 'w')
  const times = Array.from({ length: TRIES }, () => {
    writeSync(file, Buffer.alloc(BYTES, 1))
    const began = now()
    fdatasyncSync(file)
    return now() - began
  })
  closeSync(file)
  rmSync(folder, { recursive: true })
  return median(times)
}
