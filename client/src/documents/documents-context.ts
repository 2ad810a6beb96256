import { createContext } from 'react'
import type { DocumentHandle } from './document-handle.ts'

/** Where documents come from, when it is not the session's server: the editor's preview. */
export interface DocumentSource {
  /** The same arguments give the same handle. */
  open(activity: string, name: string): DocumentHandle
}

/** null: the session's server. */
export const DocumentsContext = createContext<DocumentSource | null>(null)
