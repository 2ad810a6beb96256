import { useEffect, useState } from 'react'
import { useSession } from './live-context.ts'

/** Where a session is, as far as everybody sees it. */
export interface Place {
  readonly status: 'lobby' | 'running' | 'ended'
  /** In the plan; −1 before the start. */
  readonly index: number
  /** What runs; null: nothing. */
  readonly activity: string | null
}

/** A way that nobody expects: going on to the next activity is what sessions do, and needs no word. */
export type Passage = 'back' | 'skip' | 'lobby'

/** How one came from one place to another; null: in the way one expects, or not at all. */
export function passageOf(from: Place, to: Place): Passage | null {
  if (from.activity === null || to.status === 'ended' || to.activity === from.activity) return null
  if (to.activity === null) return 'lobby'
  if (to.index < from.index) return 'back'
  return to.index > from.index + 1 ? 'skip' : null
}

const NOTHING_SEEN = { place: null, passage: null }

const isAt = (place: Place | null, status: Place['status'], index: number, activity: string | null) =>
  place?.status === status && place.index === index && place.activity === activity

/** How long it is said what has just happened, ms. */
const SAID_MS = 12_000

/** What has just happened to everybody, for as long as it is news; null: nothing that one does not expect. */
export function usePassage(): Passage | null {
  const status = useSession((s) => s.session?.status)
  const index = useSession((s) => s.session?.index ?? -1)
  const running = useSession((s) => (s.session?.status === 'running' ? (s.activity?.id ?? null) : null))
  const [seen, see] = useState<{ readonly place: Place | null; readonly passage: Passage | null }>(
    NOTHING_SEEN,
  )
  const { place } = seen
  // During the render: what is announced at the change of scene must have the words already.
  if (status !== undefined && !isAt(place, status, index, running)) {
    const now: Place = { status, index, activity: running }
    see({ place: now, passage: place?.activity === running ? seen.passage : place && passageOf(place, now) })
  }
  useEffect(() => {
    if (seen.passage === null) return
    const leaving = setTimeout(() => see({ ...seen, passage: null }), SAID_MS)
    return () => clearTimeout(leaving)
  }, [seen])
  return seen.passage
}
