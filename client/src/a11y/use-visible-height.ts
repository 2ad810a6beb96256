import { useEffect } from 'react'

/** A keyboard takes at least this much of the height. */
const KEYBOARD_MIN_PX = 140

/**
 * Tells the style sheets how much of the page one can see above a phone's keyboard (`--visible-height`), and whether there is one
 * (`data-keyboard` on <html>). Browsers that resize the page by themselves are right without it.
 */
export function useVisibleHeight(): void {
  useEffect(() => {
    const viewport = window.visualViewport
    if (!viewport) return
    const root = document.documentElement
    const follow = () => {
      root.style.setProperty('--visible-height', `${Math.round(viewport.height)}px`)
      const covered =
        Math.max(window.innerHeight, root.clientHeight, window.screen.height * 0.6) - viewport.height
      if (covered > KEYBOARD_MIN_PX && viewport.scale < 1.05) root.dataset['keyboard'] = 'open'
      else delete root.dataset['keyboard']
    }
    follow()
    viewport.addEventListener('resize', follow)
    return () => {
      viewport.removeEventListener('resize', follow)
      root.style.removeProperty('--visible-height')
      delete root.dataset['keyboard']
    }
  }, [])
}
