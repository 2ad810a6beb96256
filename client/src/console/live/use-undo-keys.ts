import { useEffect, useRef } from 'react'
import { undoKey } from '../../ui/undo-key.ts'
import { mayBeShortcut } from './shortcuts.ts'
import { useRedo, useUndo } from './use-undo.ts'

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
