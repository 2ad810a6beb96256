/**
 * Calls for help that nobody has taken yet, told by a kind's console to the shell: the facilitator may be looking at the plan,
 * at the people or at another window.
 */
import { useEffect } from 'react'
import { create } from 'zustand'

const useStore = create<{ readonly count: number }>(() => ({ count: 0 }))

/** For a kind's console: how many calls wait for somebody. */
export function useTellCalls(count: number): void {
  useEffect(() => useStore.setState({ count }), [count])
  useEffect(() => () => useStore.setState({ count: 0 }), [])
}

/** For the shell: how many calls wait for somebody. */
export const useCalls = (): number => useStore((s) => s.count)
