/** The thread in which untrusted bytes are applied first. The main thread ends it when it takes too long. */
import { parentPort } from 'node:worker_threads'
import { doTrial } from './trial-work.ts'
import { READY, type Sent, type Told } from './trials.ts'

parentPort?.on('message', ({ id, request, fairMs }: Sent) => {
  try {
    parentPort?.postMessage({ id, answer: doTrial(request, fairMs) } satisfies Told)
  } catch {
    parentPort?.postMessage({ id, answer: undefined } satisfies Told)
  }
})

parentPort?.postMessage({ id: READY, answer: undefined } satisfies Told)
