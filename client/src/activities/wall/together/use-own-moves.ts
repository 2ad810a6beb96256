import { type RefObject, useEffect } from 'react'
import type { ViewportControl } from '../board/viewport.ts'
import { scrollerOf } from './scroll-look.ts'

const SCROLL_KEYS = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' '])
/** Where these keys do something else. */
const OWN_KEYS = 'input, textarea, select, [role="menu"], [role="radiogroup"]'

const isOnScrollbar = ({ target, clientX }: PointerEvent): boolean =>
  target instanceof Element &&
  target.scrollHeight > target.clientHeight &&
  clientX > target.getBoundingClientRect().left + target.clientWidth

/**
 * Calls `onMove` when the viewer looks elsewhere by themselves: their wheel, finger, keys. That something has scrolled says
 * nothing, because what arrives moves a page as well.
 */
export function useOwnMoves(
  isOn: boolean,
  root: RefObject<HTMLElement | null>,
  control: ViewportControl | null,
  onMove: () => void,
): void {
  useEffect(() => {
    if (!isOn) return
    if (control) return control.subscribe((by) => by === 'me' && onMove())
    const isHere = (target: EventTarget | null) =>
      target instanceof Element && root.current !== null && scrollerOf(root.current).contains(target)
    const onPush = ({ target }: Event) => isHere(target) && onMove()
    const onPress = (event: PointerEvent) => isHere(event.target) && isOnScrollbar(event) && onMove()
    const onKey = ({ key, target }: KeyboardEvent) => {
      if (!SCROLL_KEYS.has(key) || !(target instanceof Element) || target.closest(OWN_KEYS)) return
      if (key !== ' ' || !target.closest('button, summary, a')) onMove()
    }
    const onFocus = ({ target }: FocusEvent) => {
      const isReached = target instanceof Element && root.current?.contains(target)
      if (isReached && target.matches(':focus-visible')) onMove()
    }
    const stop = new AbortController()
    const options = { passive: true, signal: stop.signal } as const
    window.addEventListener('wheel', onPush, options)
    window.addEventListener('touchmove', onPush, options)
    window.addEventListener('pointerdown', onPress, options)
    window.addEventListener('keydown', onKey, options)
    window.addEventListener('focusin', onFocus, options)
    return () => stop.abort()
  }, [isOn, root, control, onMove])
}
