/** What a thread does before the main one does the same: it finds out whether bytes can be applied, and how long that takes. */
import type { DocumentShape } from '@escale/shared'
import * as Y from 'yjs'
import { inspectUpdate } from './inspect-update.ts'
import { costOf } from './structure.ts'
import { workedMs } from './thread-time.ts'
import { applyAll } from './updates.ts'

/** Opens what is stored. */
interface OpenRequest {
  readonly type: 'open'
  readonly updates: readonly Uint8Array[]
}

/** Applies one more update to what is there. */
interface TryRequest {
  readonly type: 'try'
  readonly updates: readonly Uint8Array[]
  readonly update: Uint8Array
  readonly shape: DocumentShape
}

export interface Tried {
  /** How long it took, ms of a processor. */
  readonly ms: number
  /** The Yjs clients who wrote it. */
  readonly clients: readonly number[]
}

export type TrialRequest = OpenRequest | TryRequest
export type TrialAnswer = Tried | { readonly ms: number }

function opened(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  applyAll(doc, updates)
  return doc
}

const RUNS = 3
/** So many times too long is no disturbance. */
const HOPELESS = 8

/** The first run compiles, and any may be disturbed: what counts is the shortest of several. */
function shortest(most: number, run: () => () => void): number {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < RUNS; i++) {
    const once = run()
    const began = workedMs()
    once()
    least = Math.min(least, workedMs() - began)
    if (least <= most || least > most * HOPELESS) break
  }
  return least
}

/** @throws Error when it cannot be applied, or holds what it may not. */
export function doTrial(request: TrialRequest, fair: number): TrialAnswer {
  if (request.type === 'open') return { ms: shortest(fair, () => () => void opened(request.updates)) }
  const { updates, update, shape } = request
  const before = opened(updates)
  const known = (client: number) => Y.getState(before.store, client)
  const { decoded, gap } = inspectUpdate(update, known)
  if (gap) throw new Error('something is missing')
  costOf(before, decoded, shape, 0)
  const ms = shortest(fair, () => {
    const doc = opened(updates)
    return () => Y.applyUpdate(doc, update)
  })
  return { ms, clients: [...decoded.structs.keys()] }
}
