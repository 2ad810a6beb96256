/** By which line the documents of this tab come: a WebSocket each, or where there is none the session's connection. */

/** As much of a `WebSocket` as a document's provider uses. */
interface OpensLines {
  open(path: string): object
}

let carrier: OpensLines | undefined

/** `undefined`: WebSockets do. One that has ended stays: nothing is gained by trying what did not work. */
export function carryDocuments(by: OpensLines | undefined): void {
  carrier = by
}

/** `path` as on `/sync`; `undefined`: by WebSocket. */
export const openLine = (path: string): object | undefined => carrier?.open(path)
