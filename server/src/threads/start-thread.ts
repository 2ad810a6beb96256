import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

/** The files of ours that run in a thread: their name in the bundle (vite.config.ts) → their source. */
const SOURCES = {
  'store-worker': '../store/sqlite/worker.ts',
  'merge-worker': '../sync/merge-worker.ts',
  'themes-worker': '../activities/wall/themes/themes-worker.ts',
} as const

/** From the sources a thread's file is TypeScript and needs a loader; in the bundle it is a file beside this one. */
export function startThread(name: keyof typeof SOURCES, workerData?: unknown): Worker {
  const at = (path: string) => new URL(path, import.meta.url)
  return import.meta.url.endsWith('.ts')
    ? new Worker(fileURLToPath(at('./from-source.mjs')), { workerData, argv: [at(SOURCES[name]).href] })
    : new Worker(fileURLToPath(at(`./${name}.js`)), { workerData })
}
