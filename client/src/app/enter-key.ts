/** What Enter does where people write a note: some send with it, others begin a line. Kept on this device. */
import { type KeyboardEvent, useSyncExternalStore } from 'react'
import { keptChoice } from './kept-here.ts'

export type EnterKey = 'sends' | 'breaks'

const STORAGE_KEY = keptChoice('enter-key')
const listeners = new Set<() => void>()
/** The choice then lasts as long as the page, where nothing can be kept. */
let unkept: EnterKey = 'sends'

function chosen(): EnterKey {
  try {
    return localStorage.getItem(STORAGE_KEY) === 'breaks' ? 'breaks' : 'sends'
  } catch {
    return unkept
  }
}

export function chooseEnterKey(key: EnterKey): void {
  unkept = key
  try {
    localStorage.setItem(STORAGE_KEY, key)
  } catch {
    // As `unkept` says.
  }
  for (const listener of listeners) listener()
}

export const useEnterKey = (): EnterKey =>
  useSyncExternalStore((changed) => {
    listeners.add(changed)
    return () => listeners.delete(changed)
  }, chosen)

/** Is the text finished with this key? With Control or Command always; an Enter that only confirms a composed character never. */
export function isSending(
  { key, shiftKey, ctrlKey, metaKey, nativeEvent }: KeyboardEvent,
  enter: EnterKey,
): boolean {
  if (key !== 'Enter' || nativeEvent.isComposing) return false
  return ctrlKey || metaKey || (enter === 'sends' && !shiftKey)
}
