import { useEffect } from 'react'

/** A keyboard takes at least this much of the height. */
const KEYBOARD_MIN_PX = 140

/**
 * Tells the style sheets how much of the page one can see above a phone's keyboard (`--visible-height`), how much of the page's
 * foot it covers (`--keyboard-height`; nothing where the browser resizes the page), and whether there is one (`data-keyboard` on
 * <html>).
 */
export function useVisibleHeight(): void {
  useEffect(() => {
    const viewport = window.visualViewport
    if (!viewport) return
    const root = document.documentElement
    const follow = () => {
      root.style.setProperty('--visible-height', `${Math.round(viewport.height)}px`)
      const hidden = Math.max(0, root.clientHeight - viewport.height - viewport.offsetTop)
      root.style.setProperty('--keyboard-height', `${Math.round(hidden)}px`)
      const covered =
        Math.max(window.innerHeight, root.clientHeight, window.screen.height * 0.6) - viewport.height
      if (covered > KEYBOARD_MIN_PX && viewport.scale < 1.05) root.dataset['keyboard'] = 'open'
      else delete root.dataset['keyboard']
    }
    follow()
    const leaving = new AbortController()
    // Where the page is not resized it is moved behind the keyboard.
    for (const change of ['resize', 'scroll'])
      viewport.addEventListener(change, follow, { signal: leaving.signal })
    return () => {
      leaving.abort()
      root.style.removeProperty('--visible-height')
      root.style.removeProperty('--keyboard-height')
      delete root.dataset['keyboard']
    }
  }, [])
}
