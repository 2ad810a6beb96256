import type { SharedLook } from '@escale/shared'
import { type RefObject, useEffect } from 'react'
import type { ViewportControl } from '../board/viewport.ts'
import { showScrollLook } from './scroll-look.ts'

/** Without news for this long, what moves a board by itself is not us: it fits itself anew, and is brought back. */
const OURS_MS = 700

/** Looks where the guide looks, as long as `isOn`; again when what is seen changes its size, or comes only now. */
export function useShownLook(
  isOn: boolean,
  look: SharedLook | null,
  root: RefObject<HTMLElement | null>,
  control: ViewportControl | null,
): void {
  useEffect(() => {
    const element = root.current
    if (!isOn || control || element === null || look === null || !('item' in look)) return
    let isShown = showScrollLook(element, look, true)
    if (typeof ResizeObserver === 'undefined') return
    let seen = element.clientHeight
    const observer = new ResizeObserver(() => {
      if (isShown && element.clientHeight === seen) return
      seen = element.clientHeight
      isShown = showScrollLook(element, look, false)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [isOn, look, root, control])

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
