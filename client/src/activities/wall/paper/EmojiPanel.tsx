import { EMOJI } from '@escale/shared'
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import css from './EmojiPanel.module.css'
import { useToolTexts } from './tool-texts.ts'

interface EmojiPanelProps {
  readonly field: RefObject<HTMLTextAreaElement | null>
  /** The whole new text. */
  readonly onText: (text: string) => void
  readonly onClose: () => void
}

/** How far each key goes; `row`: as many as a row has. */
const stepOf = (key: string, row: number): number | undefined =>
  ({ ArrowLeft: -1, ArrowRight: 1, ArrowUp: -row, ArrowDown: row })[key]

/** Those that workshops use. Their names are in every screen reader, so they need none of ours. */
export function EmojiPanel({ field, onText, onClose }: EmojiPanelProps) {
  const t = useToolTexts()
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => panel.current?.querySelector('button')?.focus(), [])

  const put = (emoji: string) => {
    const area = field.current
    if (area === null) return
    const [from, to] = [area.selectionStart, area.selectionEnd]
    onText(area.value.slice(0, from) + emoji + area.value.slice(to))
    // React writes the text first; then the next one goes behind this one.
    requestAnimationFrame(() => area.setSelectionRange(from + emoji.length, from + emoji.length))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const keys = [...(panel.current?.querySelectorAll('button') ?? [])]
    const at = keys.findIndex((key) => key.matches(':focus'))
    // As many as have room: for a finger they are larger.
    const [first] = keys
    const row = keys.filter((key) => key.offsetTop === first?.offsetTop).length
    const step = stepOf(event.key, row)
    if (event.key === 'Escape') {
      onClose()
      field.current?.focus()
    } else if (step !== undefined) keys[at + step]?.focus()
    else if (event.key === 'Home') keys[0]?.focus()
    else if (event.key === 'End') keys.at(-1)?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as a form's part
    <div
      ref={panel}
      role="group"
      aria-label={t('emoji-panel')}
      className={css['panel']}
      onKeyDown={onKeyDown}
    >
      {EMOJI.map((emoji, index) => (
        <button
          key={emoji}
          type="button"
          className={css['emoji']}
          tabIndex={index === 0 ? 0 : -1}
          onClick={() => put(emoji)}
        >
          {emoji}
        </button>
      ))}
    </div>
  )
}
