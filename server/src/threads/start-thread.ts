import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

/** A file of ours that runs in a thread. */
export interface ThreadFile {
  /** In the bundle (vite.config.ts). */
  readonly name: string
  /** From this folder. */
  readonly source: string
}

/**
 * From the sources a thread's file is TypeScript and needs a loader; in the bundle it is a file beside this one.
 * @param heapMaxMb what its heap may grow to: beyond it the thread ends with an error, and the process goes on.
 */
export function startThread({ name, source }: ThreadFile, workerData?: unknown, heapMaxMb?: number): Worker {
  const options = {
    workerData,
    ...(heapMaxMb === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: heapMaxMb } }),
  }
  const at = (path: string) => new URL(path, import.meta.url)
  return import.meta.url.endsWith('.ts')
    ? new Worker(fileURLToPath(at('./from-source.mjs')), { ...options, argv: [at(source).href] })
    : new Worker(fileURLToPath(at(`./${name}.js`)), options)
}
