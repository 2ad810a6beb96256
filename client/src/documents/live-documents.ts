import type { As, PersonId, SessionId } from '@escale/shared'
import { copiesOf } from '../app/kept-here.ts'
import { LiveDocumentHandle } from './document-handle.ts'
import type { DocumentSource } from './documents-context.ts'

interface Opened {
  readonly source: DocumentSource
  readonly handles: ReadonlyMap<string, LiveDocumentHandle>
}

const sources = new Map<string, Opened>()

const placeOf = (session: SessionId, as: As): string => `${session}/${as}/`

/** The documents of a session as one person, in one role: opened once each, however many components show them. */
export function liveDocuments(session: SessionId, as: As, person: PersonId | null): DocumentSource {
  const who = `${placeOf(session, as)}${person ?? ''}`
  const held = sources.get(who)
  if (held !== undefined) return held.source
  const handles = new Map<string, LiveDocumentHandle>()
  const source: DocumentSource = {
    open(activity, name, isKept = true) {
      const key = `${activity}/${name}`
      const open = handles.get(key)
      if (open !== undefined) return open
      const handle = new LiveDocumentHandle({
        path: `${as}/${session}/${key}`,
        // A screen writes nothing; another person on this device must not find what this one wrote.
        deviceKey: person === null || !isKept ? undefined : `${copiesOf(session, as)}${person}/${key}`,
        onClosed: () => handles.delete(key),
      })
      handles.set(key, handle)
      return handle
    },
  }
  sources.set(who, { source, handles })
  return source
}

const handlesOf = (session: SessionId, as: As): readonly LiveDocumentHandle[] =>
  [...sources].flatMap(([who, { handles }]) =>
    who.startsWith(placeOf(session, as)) ? [...handles.values()] : [],
  )

/** Is something that was written here not known to be on the server? */
export const hasUnsavedDocuments = (session: SessionId, as: As): boolean =>
  handlesOf(session, as).some((handle) => handle.isUnsaved)

/** Closes all documents of a session that are open here in one role, without waiting for anything. */
export function closeDocuments(session: SessionId, as: As): void {
  for (const handle of handlesOf(session, as)) handle.close()
  for (const who of [...sources.keys()]) if (who.startsWith(placeOf(session, as))) sources.delete(who)
}
