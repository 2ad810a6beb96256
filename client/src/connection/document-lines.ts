/** By which line a document of this tab comes: a WebSocket, or where there is none the session's connection. */
import type { As, SessionId } from '@escale/shared'

/** As much of a `WebSocket` as a document's provider uses. */
export interface OpensLines {
  open(path: string): object
}

/** What carries the documents of a role in a session, where WebSockets do not. */
const carriers = new Map<string, OpensLines>()

const keyOf = (session: SessionId, as: As): string => `${as}/${session}`

/** `undefined`: WebSockets do. One that has ended stays: nothing is gained by trying what did not work. */
export function carryDocuments(session: SessionId, as: As, carrier: OpensLines | undefined): void {
  if (carrier === undefined) carriers.delete(keyOf(session, as))
  else carriers.set(keyOf(session, as), carrier)
}

/** `path`: `<as>/<session>/…`, as on `/sync`; `undefined`: by WebSocket. */
export const carrierOf = (path: string): OpensLines | undefined =>
  carriers.get(path.split('/').slice(0, 2).join('/'))
