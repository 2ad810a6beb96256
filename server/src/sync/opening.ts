/** Opens what is stored, which may be from a time when less was checked, or damaged. */
import * as Y from 'yjs'
import type { StoredDocument } from '../store/store.ts'
import { inspectUpdate } from './inspect-update.ts'
import { costOf } from './structure.ts'
import { OPEN_HERE_BYTES, OPEN_HERE_STEPS } from './sync-limits.ts'
import { takesWords } from './takes-words.ts'
import type { Trials } from './trials.ts'
import { applyAll } from './updates.ts'

/** What is stored of a document cannot be applied, or not in a time that suits its size. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError'
}

export interface Opened {
  readonly doc: Y.Doc
  /** Do the updates hold what is not in the document: words that others of them take away, or rubbish? */
  readonly isStale: boolean
}

export const updatesOf = (stored: StoredDocument): readonly Uint8Array[] =>
  stored.snapshot === null ? stored.updates : [stored.snapshot, ...stored.updates]

/** @throws Error when they cannot be applied; what `apply` throws */
export function build(updates: readonly Uint8Array[], apply = applyAll): Opened {
  const doc = new Y.Doc()
  let takes = false
  const look = (transaction: Y.Transaction) => {
    takes ||= takesWords(transaction)
  }
  doc.on('afterTransaction', look)
  const isWhole = apply(doc, updates)
  doc.off('afterTransaction', look)
  return { doc, isStale: takes || !isWhole }
}

/** Applies as long as it is certain to cost little. @throws Error as soon as it is not */
const applyCheaply = (doc: Y.Doc, updates: readonly Uint8Array[]): boolean =>
  doc.transact(() => {
    let steps = 0
    for (const update of updates) {
      const { decoded, gap } = inspectUpdate(update, (client) => Y.getState(doc.store, client))
      if (gap) throw new Error('something is missing')
      steps += costOf(doc, decoded, undefined, OPEN_HERE_STEPS - steps)
      if (steps > OPEN_HERE_STEPS) throw new Error('dear')
      Y.applyUpdate(doc, update)
    }
    return true
  })

/** What is certain to cost little is applied here; undefined: it may be dear, or wrong. */
function openHere(updates: readonly Uint8Array[]): Opened | undefined {
  if (updates.reduce((sum, update) => sum + update.byteLength, 0) > OPEN_HERE_BYTES) return undefined
  try {
    return build(updates, applyCheaply)
  } catch {
    return undefined
  }
}

/** Nobody is held up by it: what may be dear, or wrong, is tried in a thread first. @throws UnreadableError */
export async function open(stored: StoredDocument, trials: Trials): Promise<Opened> {
  const updates = updatesOf(stored)
  const opened = openHere(updates)
  if (opened !== undefined) return opened
  if (!(await trials.canOpen(updates))) throw new UnreadableError()
  try {
    return build(updates)
  } catch {
    throw new UnreadableError()
  }
}

/** For whoever opens it elsewhere. @throws UnreadableError */
export async function ensureReadable(stored: StoredDocument, trials: Trials): Promise<void> {
  const updates = updatesOf(stored)
  const opened = openHere(updates)
  if (opened === undefined && !(await trials.canOpen(updates))) throw new UnreadableError()
  opened?.doc.destroy()
}
