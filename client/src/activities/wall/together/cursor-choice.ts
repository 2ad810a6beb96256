import { useSyncExternalStore } from 'react'
import { keptChoice, onDevice } from '../../../app/kept-here.ts'

/** Kept on the device: whether I see others' cursors, and they mine. */
const KEY = keptChoice('cursors')
const listeners = new Set<() => void>()

/** A browser that keeps nothing shows them. */
const read = (): boolean => onDevice.read(KEY) !== 'off'

const subscribe = (changed: () => void): (() => void) => {
  listeners.add(changed)
  window.addEventListener('storage', changed)
  return () => {
    listeners.delete(changed)
    window.removeEventListener('storage', changed)
  }
}

export function chooseCursors(shown: boolean): void {
  // Not kept: then it holds for as long as the page does not read it again.
  onDevice.write(KEY, shown ? null : 'off')
  for (const listener of [...listeners]) listener()
}

/** Do I want to see cursors? */
export const useCursorChoice = (): boolean => useSyncExternalStore(subscribe, read)
