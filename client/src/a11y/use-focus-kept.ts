import { useEffect } from 'react'

/**
 * The focus never falls to the body because what had it went away (a field that was closed, a text that was sent): whoever
 * reads or goes by keyboard stays in the same part of the page. Whoever takes the focus on purpose comes after.
 */
export function useFocusKept(): void {
  useEffect(() => {
    let isGone = false
    let stop = (): void => {}
    // Nothing goes away in the first moment: not in the way of a first load.
    void import('./keep-focus.ts').then(
      ({ keepFocus }) => {
        if (!isGone) stop = keepFocus()
      },
      () => undefined,
    )
    return () => {
      isGone = true
      stop()
    }
  }, [])
}
