/** The keys of the wall. They act only while the focus is within it (WCAG 2.1.4), and never where one writes. */
import type { KeyboardEvent } from 'react'
import { undoKey } from '../../../ui/undo-key.ts'
import type { Step } from '../moving/places.ts'

const WRITES = 'input:not([type="checkbox"]), textarea, select, [contenteditable="true"], dialog'
const STEPS: Readonly<Record<string, Step>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
}

export interface WallKeys {
  readonly onUndo: (side: 'undo' | 'redo') => void
  /** Undefined: nobody may write now. */
  readonly onWrite: (() => void) | undefined
  readonly onPick: (ids: readonly string[]) => void
  readonly onPickAll: () => void
  /** False: there was nothing to leave. */
  readonly onEscape: () => boolean
  readonly onStep: (id: string, step: Step) => void
  readonly selecting: boolean
}

/** Does what a key means here; leaves to the browser, and to whoever else listens, what means nothing. */
export function pressKey(event: KeyboardEvent, keys: WallKeys): void {
  const { target, key } = event
  if (event.defaultPrevented || !(target instanceof Element) || target.closest(WRITES)) return
  const picked = target.closest<HTMLElement>('[data-note]')?.dataset['note']
  const item = target.closest<HTMLElement>('[data-item]')?.dataset['item']
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat
  const side = undoKey(event)
  const step = event.altKey && !event.ctrlKey && !event.metaKey ? STEPS[key] : undefined
  if (side !== undefined) keys.onUndo(side)
  else if (step !== undefined && item !== undefined) keys.onStep(item, step)
  else if (isPlain && key.toLowerCase() === 'n' && keys.onWrite) keys.onWrite()
  else if (isPlain && key.toLowerCase() === 'x' && picked !== undefined) keys.onPick(picked.split(' '))
  else if (keys.selecting && (event.ctrlKey || event.metaKey) && key.toLowerCase() === 'a') keys.onPickAll()
  else if (key === 'Escape' && isPlain) {
    if (!keys.onEscape()) return
  } else return
  event.preventDefault()
}
