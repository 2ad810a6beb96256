import { privatePage, release, SHARED_WALL } from '@escale/shared/activities/wall'
import { useEffect } from 'react'
import { useDocument } from '../../documents/index.ts'
import { useNotes } from './wall-store.ts'

interface LatePageProps {
  readonly activity: string
  readonly person: string
  readonly signed: boolean
}

/**
 * Puts on the wall what its author wrote in private without network and the server therefore did not see at the reveal.
 * Waits until both documents are known whole, so that nothing is put there twice.
 */
export function LatePage({ activity, person, signed }: LatePageProps) {
  const page = useDocument(activity, privatePage(person))
  const wall = useDocument(activity, SHARED_WALL)
  const notes = useNotes(page.doc)
  const isKnown =
    page.ready && wall.ready && page.saved === 'saved' && wall.saved === 'saved' && wall.access === 'write'
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again when the page's notes change
  useEffect(() => {
    if (isKnown) release(page.doc, wall.doc, signed ? person : '')
  }, [isKnown, notes, page.doc, wall.doc, signed, person])
  return null
}
