import type { ActivityId, Guide } from '@escale/shared'
import { type RefObject, useCallback, useLayoutEffect, useState } from 'react'
import { useCompany } from '../../kit/company.ts'
import type { ViewportControl } from '../board/viewport.ts'
import { useOwnMoves } from './use-own-moves.ts'
import { useShownLook } from './use-shown-look.ts'

export interface Following {
  /** null: nobody leads. */
  readonly guide: Guide | null
  readonly isFollowing: boolean
  readonly follow: () => void
  readonly letGo: () => void
}

const isField = (element: Element | null): element is HTMLTextAreaElement | HTMLInputElement =>
  element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === 'text')

/** Nobody is led away from what they are writing. */
const isWriting = (): boolean => {
  const { activeElement } = document
  return isField(activeElement) && activeElement.value.trim() !== ''
}

/**
 * Follows whoever leads: at once when everybody is brought, by choice otherwise, until one moves oneself.
 */
export function useFollow(
  activity: ActivityId,
  root: RefObject<HTMLElement | null>,
  control: ViewportControl | null,
  /** A facilitator's own view goes along by choice only, and whoever leads follows nobody. */
  host?: { readonly isLeading: boolean },
): Following {
  const guide = useCompany(activity, (c) => c.guide)
  const [follows, setFollows] = useState(false)
  const turn = guide?.turn
  const mode = guide?.mode
  const isHost = host !== undefined
  // Decided once for each turn, at its beginning; who follows goes on when it becomes an offer.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn is another beginning
  useLayoutEffect(() => {
    if (mode === undefined) setFollows(false)
    else if (mode === 'bring') setFollows(!isHost && !isWriting())
  }, [turn, mode])
  const isFollowing = guide !== null && follows && !host?.isLeading
  const follow = useCallback(() => setFollows(true), [])
  const letGo = useCallback(() => setFollows(false), [])
  useOwnMoves(isFollowing, root, control, letGo)
  useShownLook(isFollowing, guide?.look ?? null, root, control)
  return { guide, isFollowing, follow, letGo }
}
