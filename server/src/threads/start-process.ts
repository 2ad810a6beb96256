import { type ChildProcess, fork } from 'node:child_process'
import { setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { ThreadFile } from './start-thread.ts'

/** Where a processor is short, the server gets three times as much of it as such a process. */
const NICENESS = 5

/** As `startThread`, but a process: it can be ended at any moment, and all its memory is given back then. */
export function startProcess({ name, source }: ThreadFile, heapMaxMib: number): ChildProcess {
  const at = (path: string) => new URL(path, import.meta.url)
  const isSource = import.meta.url.endsWith('.ts')
  const file = isSource ? at('./from-source.mjs') : at(`./${name}.js`)
  const child = fork(fileURLToPath(file), isSource ? [at(source).href] : [], {
    serialization: 'advanced',
    // What libraries hold is given back when JavaScript's own collection is asked for.
    execArgv: [`--max-old-space-size=${heapMaxMib}`, '--expose-gc'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // Nothing of ours is its business; the rest keeps its libraries to one thread and little memory.
    env: { ...pathsOnly(), VIPS_CONCURRENCY: '1', UV_THREADPOOL_SIZE: '2', MALLOC_ARENA_MAX: '2' },
  })
  if (child.pid !== undefined) {
    try {
      setPriority(child.pid, NICENESS)
    } catch {
      // It runs as everybody else, then.
    }
  }
  return child
}

const pathsOnly = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    ['PATH', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot'].flatMap((name) =>
      process.env[name] === undefined ? [] : [[name, process.env[name]]],
    ),
  )
