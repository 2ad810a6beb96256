/**
 * One big button at a time. While a kind's console has a gesture of its own that everybody waits for (launching groups), the
 * shell's big button steps back: going on to the next activity is then not what one means to press.
 */
import { useEffect } from 'react'
import { create } from 'zustand'

const useClaims = create<{ readonly count: number }>(() => ({ count: 0 }))

/** For a kind's console: claims the eye for a gesture of its own, as long as `isWanted`. */
export function useMainGesture(isWanted: boolean): void {
  useEffect(() => {
    if (!isWanted) return
    useClaims.setState(({ count }) => ({ count: count + 1 }))
    return () => useClaims.setState(({ count }) => ({ count: count - 1 }))
  }, [isWanted])
}

/** For the shell: does the running activity's kind have the main gesture? */
export const useIsGestureClaimed = (): boolean => useClaims((c) => c.count > 0)
