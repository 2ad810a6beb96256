import type { ActivityId } from '@escale/shared'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { FollowBar } from './FollowBar.tsx'
import { useFollow } from './use-follow.ts'
import type { WallPlace } from './wall-place.ts'

interface FollowProps {
  readonly activity: ActivityId
  readonly place: WallPlace
  /** Whether the notes are shown now; on a phone they may not be. */
  readonly isShown: boolean
  /** Shows them. */
  readonly onShow: () => void
}

/** A participant's view that is led, with the way out. */
export default function Follow({ activity, place: { root, control }, isShown, onShow }: FollowProps) {
  const following = useFollow(activity, root, control)
  const { isFollowing, letGo } = following
  // biome-ignore lint/correctness/useExhaustiveDependencies: when one begins to follow
  useLayoutEffect(() => {
    if (isFollowing) onShow()
  }, [isFollowing])
  const wasShown = useRef(isShown)
  useEffect(() => {
    // Whoever turns to writing has let go.
    if (wasShown.current && !isShown) letGo()
    wasShown.current = isShown
  }, [isShown, letGo])
  return <FollowBar following={following} />
}
