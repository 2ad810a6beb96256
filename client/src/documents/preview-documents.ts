import * as Y from 'yjs'
import type { DocumentHandle } from './document-handle.ts'
import type { DocumentSource } from './documents-context.ts'

/** Documents that live in this page only. `fill` writes what a preview shows at first. */
export function createPreviewDocuments(
  fill: (doc: Y.Doc, name: string) => void = () => undefined,
): DocumentSource {
  const handles = new Map<string, DocumentHandle>()
  return {
    open(activity, name) {
      const key = `${activity}/${name}`
      const held = handles.get(key)
      if (held !== undefined) return held
      const doc = new Y.Doc()
      fill(doc, name)
      const state = { doc, ready: true, access: 'write', saved: 'saved' } as const
      const handle: DocumentHandle = {
        state,
        subscribe: () => () => undefined,
        retain: () => () => undefined,
      }
      handles.set(key, handle)
      return handle
    },
  }
}
