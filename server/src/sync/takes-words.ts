import * as Y from 'yjs'

/** Is there anything in a value that somebody may have said? A place on a board, a colour, a time are none. */
const hasWords = (value: unknown): boolean =>
  typeof value === 'string' ||
  (typeof value === 'object' && value !== null && Object.values(value).some(hasWords))

function saysSomething(content: Y.Item['content']): boolean {
  if (content instanceof Y.ContentDeleted) return false
  return content instanceof Y.ContentAny ? content.arr.some(hasWords) : true
}

/**
 * Does a transaction take something away that somebody has said, so that it must not be told to anybody any more? To be asked
 * in `afterTransaction`: once Yjs has cleaned up, nobody knows.
 */
export function takesWords({ deleteSet, doc }: Y.Transaction): boolean {
  for (const [client, ranges] of deleteSet.clients) {
    const structs = doc.store.clients.get(client)
    if (structs === undefined) continue
    for (const { clock, len } of ranges)
      for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
        const struct = structs[i]
        if (struct === undefined || struct.id.clock >= clock + len) break
        if (struct instanceof Y.Item && saysSomething(struct.content)) return true
      }
  }
  return false
}
