/** Lays an element over the whole page without moving it in the document: what is in it stays as it is. */
import { type RefObject, useCallback, useEffect, useState } from 'react'

const canEnlarge = (): boolean => typeof HTMLElement.prototype.showPopover === 'function'

export interface Enlarged {
  readonly isLarge: boolean
  /** Undefined: this browser cannot. */
  readonly toggle: (() => void) | undefined
}

export function useEnlarged(root: RefObject<HTMLElement | null>): Enlarged {
  const [isLarge, setLarge] = useState(false)
  useEffect(() => {
    const element = root.current
    if (!isLarge || element === null) return
    // The attribute alone would hide it, so it is there only while it is shown.
    element.popover = 'manual'
    element.showPopover()
    const leave = () => setLarge(false)
    const onKeyDown = (event: KeyboardEvent) => {
      // What is open comes first: a dialog, a note that is carried.
      const isOurs = event.key === 'Escape' && !event.defaultPrevented
      if (isOurs && document.querySelector('dialog[open]') === null) leave()
    }
    // Whoever tabs out of it wants to see where they are.
    const onFocusOut = ({ relatedTarget }: FocusEvent) => {
      if (
        relatedTarget instanceof Element &&
        !element.contains(relatedTarget) &&
        !relatedTarget.closest('dialog')
      )
        leave()
    }
    // On the document, after all that is inside has had its say.
    document.addEventListener('keydown', onKeyDown)
    element.addEventListener('focusout', onFocusOut)
    return () => {
      document.removeEventListener('keydown', onKeyDown)
      element.removeEventListener('focusout', onFocusOut)
      element.hidePopover()
      element.popover = null
    }
  }, [isLarge, root])
  const toggle = useCallback(() => setLarge((was) => !was), [])
  return { isLarge, toggle: canEnlarge() ? toggle : undefined }
}
