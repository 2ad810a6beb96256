import { readTally, TALLY, type Tally } from '@escale/shared/activities/wall'
import { useSyncExternalStore } from 'react'
import { useDocument } from '../../documents/index.ts'

/** How much has been written in private; for facilitators and the screen, who may know. */
export function useTally(activity: string): Tally {
  const { doc } = useDocument(activity, TALLY)
  const told = useSyncExternalStore(
    (changed) => {
      doc.on('update', changed)
      return () => doc.off('update', changed)
    },
    () => {
      const { notes, people } = readTally(doc)
      return `${notes}/${people ?? ''}`
    },
  )
  const [notes, people] = told.split('/')
  return { notes: Number(notes), people: people === '' ? null : Number(people) }
}
