import type { SharedLook } from '@escale/shared'
import { type RefObject, useEffect, useRef } from 'react'
import type { ViewportControl } from '../board/viewport.ts'
import { showScrollLook } from './scroll-look.ts'

/** Without news for this long, what moves a board by itself is not us: it fits itself anew, and is brought back. */
const OURS_MS = 700

/** Looks where the guide looks, as long as `isOn`; `version`: changes when there may be more to be seen. */
export function useShownLook(
  isOn: boolean,
  look: SharedLook | null,
  root: RefObject<HTMLElement | null>,
  control: ViewportControl | null,
  version: unknown,
): void {
  const shown = useRef<SharedLook | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what could not be shown is tried again
  useEffect(() => {
    if (!isOn) shown.current = null
    if (!isOn || control || look === null || !('item' in look) || shown.current === look) return
    if (root.current && showScrollLook(root.current, look, true)) shown.current = look
  }, [isOn, look, root, control, version])

  useEffect(() => {
    if (!isOn || !control || look === null || !('area' in look)) return
    let shownAt = performance.now()
    control.show(look.area, true)
    return control.subscribe((by) => {
      if (by === 'me' || performance.now() - shownAt < OURS_MS) return
      shownAt = performance.now()
      control.show(look.area, false)
    })
  }, [isOn, look, control])
}
