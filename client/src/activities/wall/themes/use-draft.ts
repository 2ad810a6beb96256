import type { ActivityId, WallNote } from '@escale/shared'
import type { ThemeProposal } from '@escale/shared/activities/wall'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { randomId } from '../../../connection/random-id.ts'
import { type Draft, draftOf, onWall } from './draft.ts'
import { keepThemes, keptThemes } from './kept-draft.ts'

const NONE: ReadonlySet<string> = new Set()
const EMPTY: Draft = { groups: [], alone: [], touched: false }

/** For stacks that are to be. */
export const newStackId = (): string => randomId(16)

interface Held {
  /** null: it is from before, and the first proposal has not come. */
  readonly of: ThemeProposal | null
  readonly draft: Draft
}

/**
 * The last proposal as the facilitator has changed it, and the notes she has chosen in it. A new proposal replaces it, but not
 * the first one what was begun before: that is there again, until it is accepted or put away.
 */
export function useDraft(activity: ActivityId, proposal: ThemeProposal | null, notes: readonly WallNote[]) {
  const [held, setHeld] = useState<Held | null>(() => {
    const draft = keptThemes(activity)
    return draft && { of: null, draft }
  })
  const [isBack, setBack] = useState(held !== null)
  const [chosen, setChosen] = useState(NONE)
  if (proposal !== null && held?.of !== proposal) {
    const isFromBefore = held !== null && held.of === null
    setHeld({ of: proposal, draft: isFromBefore ? held.draft : draftOf(proposal, newStackId) })
    if (!isFromBefore) {
      setChosen(NONE)
      setBack(false)
    }
  }
  useEffect(() => {
    if (held) keepThemes(activity, held.draft)
  }, [activity, held])
  const byId = useMemo(() => new Map(notes.map((note) => [note.id, note])), [notes])
  const draft = useMemo(() => (held ? onWall(held.draft, (id) => byId.has(id)) : EMPTY), [held, byId])
  const change = useCallback(
    (next: (draft: Draft) => Draft) => setHeld((now) => now && { ...now, draft: next(now.draft) }),
    [],
  )
  const choose = useCallback(
    (ids: readonly string[], isChosen: boolean) =>
      setChosen((now) => {
        const next = new Set(now)
        for (const id of ids) isChosen ? next.add(id) : next.delete(id)
        return next
      }),
    [],
  )
  const toggle = useCallback(
    (id: string) =>
      setChosen((now) => new Set(now.has(id) ? [...now].filter((one) => one !== id) : [...now, id])),
    [],
  )
  const unchoose = useCallback(() => setChosen(NONE), [])
  const done = useCallback(() => keepThemes(activity, null), [activity])
  const putAway = () => {
    setHeld(proposal && { of: proposal, draft: draftOf(proposal, newStackId) })
    setBack(false)
    setChosen(NONE)
    done()
  }
  return {
    isBack,
    putAway,
    done,
    isThere: held !== null,
    draft,
    change,
    byId,
    chosen,
    choose,
    toggle,
    unchoose,
  }
}
