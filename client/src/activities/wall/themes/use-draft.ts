import type { WallNote } from '@escale/shared'
import type { ThemeProposal } from '@escale/shared/activities/wall'
import { useCallback, useMemo, useState } from 'react'
import { randomId } from '../../../connection/random-id.ts'
import { type Draft, draftOf, onWall } from './draft.ts'

const NONE: ReadonlySet<string> = new Set()
const EMPTY: Draft = { groups: [], alone: [], touched: false }

/** For stacks that are to be. */
export const newStackId = (): string => randomId(16)

/** The last proposal as the facilitator has changed it, and the notes she has chosen in it. A new proposal replaces it. */
export function useDraft(proposal: ThemeProposal | null, notes: readonly WallNote[]) {
  const [held, setHeld] = useState<{ readonly of: ThemeProposal; readonly draft: Draft } | null>(null)
  const [chosen, setChosen] = useState(NONE)
  if (proposal !== null && held?.of !== proposal) {
    setHeld({ of: proposal, draft: draftOf(proposal, newStackId) })
    setChosen(NONE)
  }
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
  return { isThere: held !== null, draft, change, byId, chosen, choose, toggle, unchoose }
}
