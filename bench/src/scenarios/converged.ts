import * as Y from 'yjs'
import type { LineSpec } from '../crowd/messages.ts'
import { withCrowds } from '../crowd/with-crowds.ts'

const docOf = (updates: readonly Uint8Array[]): Y.Doc => {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  return doc
}

const isSame = (a: Y.Doc, b: Y.Doc): boolean =>
  Buffer.compare(Y.encodeStateVector(a), Y.encodeStateVector(b)) === 0

/** What somebody who comes now is given. */
const askAnew = (like: LineSpec): Promise<readonly Uint8Array[]> =>
  withCrowds(1, async ([crowd]) => {
    await crowd?.open([{ ...like, writer: null, observes: false, keeps: true }], 1)
    const [given] = (await crowd?.kept()) ?? []
    return given ?? []
  })

/**
 * What those who kept everything ended with, and what a newcomer is given: all must be the same document, with `notes`
 * notes. Gives back complaints.
 */
export async function disagreements(
  kept: readonly (readonly Uint8Array[])[],
  like: LineSpec | undefined,
  notes: number,
): Promise<string[]> {
  const docs = [...kept, ...(like === undefined ? [] : [await askAnew(like)])].map(docOf)
  const [first] = docs
  return docs.flatMap((doc, index) => {
    const who = index < kept.length ? `reader ${index}` : 'a newcomer'
    const { size } = doc.getMap('notes')
    if (size !== notes) return [`${who} has ${size} of ${notes} notes`]
    return first === undefined || isSame(doc, first) ? [] : [`${who} has another state than reader 0`]
  })
}
