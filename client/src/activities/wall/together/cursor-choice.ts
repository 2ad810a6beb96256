import { useSyncExternalStore } from 'react'
import { keptChoice } from '../../../app/kept-here.ts'

/** Kept on the device: whether I see others' cursors, and they mine. */
const KEY = keptChoice('cursors')
const listeners = new Set<() => void>()

const read = (): boolean => {
  try {
    return localStorage.getItem(KEY) !== 'off'
  } catch {
    // A browser that keeps nothing shows them.
    return true
  }
}

const subscribe = (changed: () => void): (() => void) => {
  listeners.add(changed)
  window.addEventListener('storage', changed)
  return () => {
    listeners.delete(changed)
    window.removeEventListener('storage', changed)
  }
}

export function chooseCursors(shown: boolean): void {
  try {
    if (shown) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, 'off')
  } catch {
    // Then it holds for as long as the page does not read it again.
  }
  for (const listener of [...listeners]) listener()
}

/** Do I want to see cursors? */
export const useCursorChoice = (): boolean => useSyncExternalStore(subscribe, read)
