import { createContext } from 'react'
import type { DocumentHandle } from './document-handle.ts'

/** Where documents come from, when it is not the session's server: the editor's preview. */
export interface DocumentSource {
  /** The same activity and name give the same handle. `isKept` false: this device keeps no copy of it. */
  open(activity: string, name: string, isKept?: boolean): DocumentHandle
}

/** null: the session's server. */
export const DocumentsContext = createContext<DocumentSource | null>(null)
