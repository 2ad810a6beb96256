import * as Y from 'yjs'

/** Applies in one transaction, so that one update tells all that is new. False: there was rubbish among them. */
export const applyAll = (doc: Y.Doc, updates: readonly Uint8Array[]): boolean =>
  doc.transact(() => {
    let isWhole = true
    for (const update of updates) {
      try {
        Y.applyUpdate(doc, update)
      } catch {
        // It does not decode, or does not fit: rubbish that was committed must not keep the rest from opening.
        isWhole = false
      }
    }
    return isWhole
  })

/**
 * One update that says what all of these say. By way of a document: `Y.mergeUpdates` is quadratic in their number, and
 * keeps what was deleted.
 */
export function mergeAll(updates: readonly Uint8Array[]): Uint8Array {
  const whole = new Y.Doc()
  applyAll(whole, updates)
  const merged = Y.encodeStateAsUpdate(whole)
  whole.destroy()
  return merged
}
