/** What the server asks of the system, in order, by strace. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { whyMissing } from './tools.ts'
import { eventually } from './wait.ts'

/** Longest part of a written buffer that is kept: several pages of the log. */
const KEPT_BYTES = 16_384
const CALLS = 'fsync,fdatasync,pwrite64,write,writev,sendto,sendmsg'

/** Why there can be no trace here; undefined: there can. */
export function whyNoTrace(): string | undefined {
  const missing = whyMissing('strace')
  if (missing !== undefined) return missing
  const { status, stderr } = spawnSync('strace', ['-o', '/dev/null', 'true'], { encoding: 'utf8' })
  return status === 0 ? undefined : `strace does not work here: ${stderr.trim().slice(0, 200)}`
}

export class Trace {
  readonly #file: string
  readonly #strace: ChildProcess

  private constructor(file: string, strace: ChildProcess) {
    this.#file = file
    this.#strace = strace
  }

  /** Attaches to a running process and all its threads. */
  static async of(pid: number, folder: string): Promise<Trace> {
    const file = join(folder, 'trace')
    const options = ['-f', '-y', '-xx', '-s', String(KEPT_BYTES), '-e', `trace=${CALLS}`]
    const strace = spawn('strace', [...options, '-o', file, '-p', String(pid)], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    strace.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
    await eventually('strace attached', () => said.includes('attached'))
    return new Trace(file, strace)
  }

  /** Detaches; the lines, oldest first. */
  async end(): Promise<readonly string[]> {
    const gone = once(this.#strace, 'exit')
    this.#strace.kill('SIGINT')
    await gone
    return (await readFile(this.#file, 'latin1')).split('\n')
  }
}

/** Bytes as strace writes them with `-xx`. */
export const asTraced = (bytes: Uint8Array | string): string =>
  [...(typeof bytes === 'string' ? Buffer.from(bytes) : bytes)]
    .map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`)
    .join('')

const BEGINS_SYNC = /^(\d+)\s+(?:fsync|fdatasync)\(\d+<(?<file>[^>]*)>/
const DONE = /= 0$/
const RESUMED = /^(\d+)\s+<\.\.\. (?:fsync|fdatasync) resumed>/
const WRITES_FILE = /^\d+\s+pwrite64\(\d+</
const SENDS = /^\d+\s+(?:write|writev|sendto|sendmsg)\(\d+<(?:socket|TCP|UNIX|\\x)/

const isWal = (line: string): boolean => line.includes(asTraced('-wal')) || line.includes('-wal>')

/** What was written, and by which bytes its author was told. */
export interface Promised {
  readonly content: string
  readonly told: string
}

/**
 * Those of `promised` that were told before the log that holds them was on the disk: the first writing of `content` to
 * the log, then a sync of the log that began after it and succeeded, then `told`.
 */
export function unproven(lines: readonly string[], promised: readonly Promised[]): readonly Promised[] {
  const syncs: { readonly began: number; readonly ended: number }[] = []
  const running = new Map<string, number>()
  for (const [at, line] of lines.entries()) {
    const begins = BEGINS_SYNC.exec(line)
    const resumed = RESUMED.exec(line)
    if (begins && isWal(line)) {
      if (DONE.test(line)) syncs.push({ began: at, ended: at })
      else running.set(begins[1] ?? '', at)
    } else if (resumed) {
      const began = running.get(resumed[1] ?? '')
      if (began !== undefined && DONE.test(line)) syncs.push({ began, ended: at })
      running.delete(resumed[1] ?? '')
    }
  }
  return promised.filter(({ content, told }) => {
    const written = lines.findIndex((l) => WRITES_FILE.test(l) && isWal(l) && l.includes(content))
    const answered = lines.findIndex((l, at) => at > written && SENDS.test(l) && l.includes(told))
    if (written < 0 || answered < 0) return true
    return !syncs.some((s) => s.began > written && s.ended < answered)
  })
}
