import { countReleased, readTally, SHARED_WALL, TALLY, type Tally } from '@escale/shared/activities/wall'
import { useCallback, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { useDocument } from '../../documents/index.ts'

/** What is told by a document, as a text: rendered again only when that changes. */
function useTold(doc: Y.Doc, tell: (doc: Y.Doc) => string): string {
  const subscribe = useCallback(
    (changed: () => void) => {
      doc.on('update', changed)
      return () => doc.off('update', changed)
    },
    [doc],
  )
  return useSyncExternalStore(subscribe, () => tell(doc))
}

const tallyOf = (doc: Y.Doc): string => {
  const { notes, people } = readTally(doc)
  return `${notes}/${people ?? ''}`
}

/** How much has been written in private; for facilitators and the screen, who may know. */
export function useTally(activity: string): Tally {
  const [notes, people] = useTold(useDocument(activity, TALLY).doc, tallyOf).split('/')
  return { notes: Number(notes), people: people === '' ? null : Number(people) }
}

const releasedOf = (doc: Y.Doc): string => String(countReleased(doc))

/** How much of it has been shown. */
export const useReleased = (activity: string): number =>
  Number(useTold(useDocument(activity, SHARED_WALL).doc, releasedOf))
