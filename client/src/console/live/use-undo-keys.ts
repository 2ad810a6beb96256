import { useEffect, useRef } from 'react'
import { mayBeShortcut } from './shortcuts.ts'
import { useRedo, useUndo } from './use-undo.ts'

type Combination = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'repeat'>

/** Ctrl+Z takes back, Ctrl+Shift+Z or Ctrl+Y does again (with ⌘ too); anything else is the browser's own. */
export function undoKey({
  key,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
  repeat,
}: Combination): 'undo' | 'redo' | undefined {
  if (repeat || altKey || !(ctrlKey || metaKey)) return undefined
  const letter = key.toLowerCase()
  if (letter === 'z') return shiftKey ? 'redo' : 'undo'
  return letter === 'y' && !shiftKey ? 'redo' : undefined
}

/** The combinations that undo and redo on every page of the console, except where one writes: there they are the text's. */
export function useUndoKeys(): void {
  const latest = { undo: useUndo(), redo: useRedo() }
  const sides = useRef(latest)
  sides.current = latest
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const side = undoKey(event)
      if (side === undefined || event.defaultPrevented || !mayBeShortcut(event.target, event.key)) return
      event.preventDefault()
      sides.current[side]?.run()
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [])
}
