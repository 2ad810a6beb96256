import { edited, type Format, format } from './format.ts'

/**
 * Formats what is selected in a field, as if it had been typed: the field hears of it, and its own undo takes it back.
 * False: there is no room for it.
 */
export function pressFormat(field: HTMLTextAreaElement, as: Format): boolean {
  const { value, selectionStart: start, selectionEnd: end, maxLength } = field
  const edit = format(value, { start, end }, as)
  // The browser would cut it silently, and words with it.
  if (maxLength >= 0 && edited(value, edit).length > maxLength) return false
  const { from, to, insert, select } = edit
  field.focus()
  field.setSelectionRange(from, to)
  // Named as outdated, and the only way that leaves the field’s undo whole.
  const isTyped =
    typeof document.execCommand === 'function' &&
    (insert === '' ? document.execCommand('delete') : document.execCommand('insertText', false, insert))
  if (!isTyped && insert !== value.slice(from, to)) {
    field.setRangeText(insert, from, to, 'end')
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }
  field.setSelectionRange(select.start, select.end)
  return true
}
