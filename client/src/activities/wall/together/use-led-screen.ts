import type { ActivityId, SharedLook } from '@escale/shared'
import { useEffect, useRef, useState } from 'react'
import { useCompany } from '../../kit/company.ts'
import { useShownLook } from './use-shown-look.ts'
import { useWallPlace, type WallPlace } from './wall-place.ts'

export interface LedScreen {
  /** Where everybody is brought; null: nowhere. */
  readonly look: SharedLook | null
  /** Another each time it ends: a board that was led begins anew, with the whole. */
  readonly version: number
  /** Around a board: by it the board goes along. */
  readonly holder: WallPlace['holder']
}

/** A screen goes along when everybody is brought, and has nobody who could let go. */
export function useLedScreen(activity: ActivityId): LedScreen {
  const guide = useCompany(activity, (c) => c.guide)
  const { root, holder, control } = useWallPlace()
  const look = guide?.mode === 'bring' ? guide.look : null
  useShownLook(look !== null, look, root, control)
  const [version, setVersion] = useState(0)
  const wasLed = useRef(false)
  const isLed = look !== null && 'area' in look
  useEffect(() => {
    if (wasLed.current && !isLed) setVersion((n) => n + 1)
    wasLed.current = isLed
  }, [isLed])
  return { look, version, holder }
}
