import { cleanText } from '@escale/shared'
import { type Text, UndoManager, type YTextEvent } from 'yjs'
import { type DeltaStep, editBetween, movedBy } from './text-edit.ts'

/** What is put into a text, cleaned: a joiner at its edge joins what stands beside it. */
const cleanInside = (insert: string): string => cleanText(`x${insert}x`).slice(1, -1)

/**
 * Ties a textarea to a shared text, both ways. The caret and the selection stay where they were when others write; while an
 * input method composes, the field is left alone and others' changes are shown at its end. Undo takes back one's own
 * changes only. Returns the function that unties.
 */
export function bindText(area: HTMLTextAreaElement, text: Text): () => void {
  const here = {}
  const undo = new UndoManager(text, { trackedOrigins: new Set([here]) })
  let composing = false
  /** What the field was showing when the composition began, and what others have changed since. */
  let composedFrom = ''
  let waiting: DeltaStep[][] = []

  const show = (deltas: readonly (readonly DeltaStep[])[]) => {
    const { selectionStart, selectionEnd, selectionDirection, scrollTop } = area
    area.value = text.toString()
    const follow = (place: number) => deltas.reduce((at, delta) => movedBy(delta, at), place)
    area.setSelectionRange(follow(selectionStart), follow(selectionEnd), selectionDirection)
    area.scrollTop = scrollTop
  }

  const send = (before: string, deltas: readonly (readonly DeltaStep[])[]) => {
    const edit = editBetween(before, area.value, area.selectionEnd)
    if (edit === null) return
    const start = deltas.reduce((at, delta) => movedBy(delta, at), edit.index)
    const end = deltas.reduce((at, delta) => movedBy(delta, at), edit.index + edit.remove)
    const insert = cleanInside(edit.insert)
    text.doc?.transact(() => {
      text.delete(start, end - start)
      if (insert !== '') text.insert(start, insert)
    }, here)
    if (insert === edit.insert || composing) return
    area.value = text.toString()
    area.setSelectionRange(start + insert.length, start + insert.length)
  }

  const onInput = () => {
    if (!composing) send(text.toString(), [])
  }
  const onCompositionStart = () => {
    composing = true
    composedFrom = text.toString()
    waiting = []
  }
  const onCompositionEnd = () => {
    composing = false
    const missed = waiting
    waiting = []
    send(composedFrom, missed)
    if (missed.length > 0) show(missed)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || composing) return
    const key = event.key.toLowerCase()
    const isRedo = (key === 'z' && event.shiftKey) || (key === 'y' && !event.metaKey)
    if (!isRedo && key !== 'z') return
    event.preventDefault()
    if (isRedo) undo.redo()
    else undo.undo()
  }
  const onText = (event: YTextEvent) => {
    if (event.transaction.origin === here) return
    const delta = event.delta as DeltaStep[]
    if (composing) waiting.push(delta)
    else show([delta])
  }

  area.value = text.toString()
  text.observe(onText)
  area.addEventListener('input', onInput)
  area.addEventListener('compositionstart', onCompositionStart)
  area.addEventListener('compositionend', onCompositionEnd)
  area.addEventListener('keydown', onKeyDown)
  return () => {
    if (composing) onCompositionEnd()
    text.unobserve(onText)
    area.removeEventListener('input', onInput)
    area.removeEventListener('compositionstart', onCompositionStart)
    area.removeEventListener('compositionend', onCompositionEnd)
    area.removeEventListener('keydown', onKeyDown)
    undo.destroy()
  }
}
