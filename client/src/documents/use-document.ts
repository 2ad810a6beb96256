import { useContext, useEffect, useMemo, useSyncExternalStore } from 'react'
import { LiveContext } from '../stores/live-context.ts'
import type { DocumentState } from './document-handle.ts'
import { type DocumentSource, DocumentsContext } from './documents-context.ts'
import { liveDocuments } from './live-documents.ts'

const NOTHING_TO_FOLLOW = () => () => undefined

/** The documents around: the preview's, or those of the session as whoever I am in it. */
function useDocumentSource(): DocumentSource | null {
  const given = useContext(DocumentsContext)
  const live = useContext(LiveContext)
  const me = useSyncExternalStore(
    live?.session.subscribe ?? NOTHING_TO_FOLLOW,
    () => live?.session.getState().me ?? null,
  )
  const id = me?.id
  return useMemo(
    () => given ?? (live === null || id === undefined ? null : liveDocuments(live.sessionId, live.as, id)),
    [given, live, id],
  )
}

/**
 * A shared document of an activity, kept in step with the server and with this device while the component is mounted.
 * Must be used inside a session or a preview, once it is known who one is. `isKept` false: this device keeps no copy, for
 * what whoever has it in hand later must not find.
 */
export function useDocument(
  activity: string,
  name: string,
  { isKept = true }: { readonly isKept?: boolean } = {},
): DocumentState {
  const source = useDocumentSource()
  if (source === null) throw new Error('useDocument needs a session or a preview around')
  const handle = useMemo(() => source.open(activity, name, isKept), [source, activity, name, isKept])
  useEffect(() => handle.retain(), [handle])
  return useSyncExternalStore(
    (changed) => handle.subscribe(changed),
    () => handle.state,
  )
}
