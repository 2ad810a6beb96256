import * as Y from 'yjs'

/**
 * All that two copies of a document must have in common: what is in it, whose pieces it has and which of them are deleted,
 * and that nothing waits for pieces that are missing. Not the bytes: how finely a copy has cut its pieces depends on the
 * order in which they came, and means nothing.
 */
export function contentOf(doc: Y.Doc): string {
  const { ds } = Y.decodeUpdate(Y.encodeStateAsUpdate(doc))
  const byClient = ([a]: readonly [number, unknown], [b]: readonly [number, unknown]) => a - b
  return JSON.stringify({
    notes: Object.entries(doc.getMap('notes').toJSON())
      .map(([id, note]) => [id, Object.entries(note as object).sort()])
      .sort(),
    known: [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(byClient),
    deleted: [...ds.clients].map(([client, ranges]) => [client, ranges] as const).sort(byClient),
    isWhole: doc.store.pendingStructs === null && doc.store.pendingDs === null,
  })
}
