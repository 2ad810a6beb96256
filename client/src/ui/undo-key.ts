type Combination = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> & {
  readonly repeat?: boolean
}

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
