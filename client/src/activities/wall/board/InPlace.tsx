import { limits, NOTE_SIDE, type Point } from '@escale/shared'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { isSending, useEnterKey } from '../../../app/enter-key.ts'
import { classNames } from '../../../styles/class-names.ts'
import { announce } from '../../../ui/announce.ts'
import { useTyped } from '../../../words/use-typed.ts'
import card from '../NoteCard.module.css'
import { useWallTexts } from '../texts.ts'
import css from './Board.module.css'

interface InPlaceProps {
  readonly at: Point
  readonly colour: number
  readonly onSend: (text: string) => void
  readonly onClose: () => void
}

/** A note written where it will hang. It belongs to nobody's document until it is sent: whatever the others do, it stays put. */
export function InPlace({ at, colour, onSend, onClose }: InPlaceProps) {
  const t = useWallTexts()
  const enter = useEnterKey()
  const typed = useTyped('in-place', '')
  const { text } = typed
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus({ preventScroll: true }), [])
  const isTooLong = text.length > limits.NOTE_MAX_CHARS
  const finish = () => {
    if (isTooLong) return
    if (text.trim() !== '') {
      onSend(text)
      announce(t('sent'))
      typed.done()
    }
    onClose()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') onClose()
    else if (isSending(event, enter)) {
      event.preventDefault()
      finish()
    }
  }
  return (
    <div
      className={classNames(css['slot'], css['writing'], card['card'], card[`paper${colour}`])}
      style={{ left: at.x - NOTE_SIDE / 2, top: at.y - NOTE_SIDE / 2 }}
      data-board-control
    >
      <textarea
        ref={field}
        className={css['field']}
        aria-label={t('new-title')}
        aria-invalid={isTooLong || undefined}
        value={text}
        placeholder={t('your-note-placeholder')}
        enterKeyHint={enter === 'sends' ? 'send' : 'enter'}
        onChange={(event) => typed.type(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={finish}
      />
    </div>
  )
}
