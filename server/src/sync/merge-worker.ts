/** The thread that merges large documents. */
import { parentPort } from 'node:worker_threads'
import type { MergeAnswer, MergeRequest } from './merge.ts'
import { mergeAll } from './updates.ts'

parentPort?.on('message', ({ id, updates }: MergeRequest) => {
  const merged = mergeAll(updates)
  parentPort?.postMessage({ id, merged } satisfies MergeAnswer, [merged.buffer as ArrayBuffer])
})
