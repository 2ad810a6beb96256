import type { As, PersonId, SessionId } from '@escale/shared'
import { LiveDocumentHandle } from './document-handle.ts'
import type { DocumentSource } from './documents-context.ts'

const sources = new Map<string, DocumentSource>()

/** The documents of a session as one person, in one role: opened once each, however many components show them. */
export function liveDocuments(session: SessionId, as: As, person: PersonId | null): DocumentSource {
  const who = `${session}/${as}/${person ?? ''}`
  const held = sources.get(who)
  if (held !== undefined) return held
  const handles = new Map<string, LiveDocumentHandle>()
  const source: DocumentSource = {
    open(activity, name, isKept = true) {
      const key = `${activity}/${name}`
      const open = handles.get(key)
      if (open !== undefined) return open
      const handle = new LiveDocumentHandle({
        path: `${as}/${session}/${key}`,
        // A screen writes nothing; another person on this device must not find what this one wrote.
        deviceKey: person === null || !isKept ? undefined : `escale/${who}/${key}`,
        onClosed: () => handles.delete(key),
      })
      handles.set(key, handle)
      return handle
    },
  }
  sources.set(who, source)
  return source
}
