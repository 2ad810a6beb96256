import type { Moves } from './use-moves.ts'

/** What a key does, beside the moves of the session. */
export interface ShortcutPanels {
  readonly message: () => void
  readonly search: () => void
  readonly sheet: () => void
}

export type ShortcutAction = (moves: Moves, panels: ShortcutPanels) => void

/** Text of a sheet's line is named by its key in the console's texts. */
export interface Shortcut {
  readonly keys: readonly string[]
  /** How the key is written on the sheet; `space` is named in words. */
  readonly shown: readonly string[]
  readonly text:
    | 'keyNext'
    | 'keyBack'
    | 'keyPause'
    | 'plusOne'
    | 'minusOne'
    | 'plusFive'
    | 'endPhase'
    | 'keyMessage'
    | 'keyDoor'
    | 'keyPeople'
    | 'keyUndo'
    | 'keyRedo'
    | 'keySheet'
  readonly run: ShortcutAction
}

export const SHORTCUTS: readonly Shortcut[] = [
  { keys: ['ArrowRight'], shown: ['→'], text: 'keyNext', run: (m) => void m.goNext() },
  { keys: ['ArrowLeft'], shown: ['←'], text: 'keyBack', run: (m) => void m.goBack() },
  { keys: [' '], shown: ['space'], text: 'keyPause', run: (m) => void m.togglePause() },
  { keys: ['+', '='], shown: ['+'], text: 'plusOne', run: (m) => void m.adjust(1) },
  { keys: ['-', '−'], shown: ['−'], text: 'minusOne', run: (m) => void m.adjust(-1) },
  { keys: ['5'], shown: ['5'], text: 'plusFive', run: (m) => void m.adjust(5) },
  { keys: ['e', 'E'], shown: ['E'], text: 'endPhase', run: (m) => void (m.canEndPhase() && m.endPhase()) },
  { keys: ['m', 'M'], shown: ['M'], text: 'keyMessage', run: (_, p) => p.message() },
  { keys: ['p', 'P', '/'], shown: ['P'], text: 'keyPeople', run: (_, p) => p.search() },
  { keys: ['l', 'L'], shown: ['L'], text: 'keyDoor', run: (m) => void m.toggleDoor() },
  { keys: ['u', 'U'], shown: ['U', 'Ctrl + Z'], text: 'keyUndo', run: (m) => m.undo?.run() },
  // Only the combination, which `use-undo-keys.ts` listens to.
  { keys: [], shown: ['Ctrl + ⇧ + Z'], text: 'keyRedo', run: () => {} },
  { keys: ['?'], shown: ['?'], text: 'keySheet', run: (_, p) => p.sheet() },
]

const WRITES = 'input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="textbox"]'
/** Things that have a use of their own for Space and the arrows. */
const OPERATES =
  'button, a, summary, [role="menu"], [role="listbox"], [role="grid"], [role="tablist"], [role="radiogroup"], [role="slider"]'

/** Whether a key pressed on `target` may be a shortcut: never where one writes, nor where the key has another use. */
export function mayBeShortcut(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return true
  if (target.closest(WRITES)) return false
  const hasUse = key === ' ' || key === 'Enter' || key.startsWith('Arrow')
  return !(hasUse && target.closest(OPERATES)) && target.closest('dialog') === null
}

export const findShortcut = (
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat'>,
): Shortcut | undefined => {
  if (event.repeat || event.altKey || event.ctrlKey || event.metaKey) return undefined
  return SHORTCUTS.find((s) => s.keys.includes(event.key))
}
