import { useEffect, useRef } from 'react'
import { announce } from '../ui/announce.ts'

/**
 * Says `words` once when `state` becomes another; never what was so when one came, nor the same anew in another language.
 * Empty: nothing has to be said of that.
 */
export function useTold(state: string, words: string): void {
  const before = useRef(state)
  useEffect(() => {
    if (before.current === state) return
    before.current = state
    if (words) announce(words)
  }, [state, words])
}
