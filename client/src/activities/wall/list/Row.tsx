import type { WallNote } from '@escale/shared'
import { memo } from 'react'
import { classNames } from '../../../styles/class-names.ts'
import { useWritten } from '../../kit/place.ts'
import { useMeanings } from '../categories.tsx'
import card from '../NoteCard.module.css'
import { useIsSelected } from '../selection/selection.ts'
import { LikeHeart, NoteVotes } from '../voting/NoteVotes.tsx'
import css from './NoteList.module.css'
import { useListTexts } from './texts.ts'

interface RowProps {
  readonly note: WallNote
  /** Author, zone, stack and the like, in words. */
  readonly about: string
  /** From 1, of all that the list would show, loaded or not. */
  readonly position: number
  readonly size: number
  readonly isMine: boolean
  /** The one that Tab comes to. */
  readonly isCurrent: boolean
  readonly selecting: boolean
  readonly mayPick: boolean
  readonly onPick: (ids: readonly string[], isRange: boolean) => void
  /** Given: it can be opened. */
  readonly onEdit: ((note: WallNote) => void) | undefined
}

/** One note in a line of its own. Rendered again only when it changes. */
export const Row = memo(function Row(props: RowProps) {
  const written = useWritten()
  const { note, about, position, size, isMine, isCurrent, selecting, mayPick, onPick, onEdit } = props
  const t = useListTexts()
  const meaning = useMeanings().get(note.colour)
  const picked = useIsSelected(note.id)
  const text = note.text.trim() === '' ? t('untold') : note.text
  const tabIndex = isCurrent ? 0 : -1
  const words = (
    <>
      <span {...written} className={css['text']}>
        {text}
      </span>
      {meaning || about ? (
        <span dir="auto" className={css['about']}>
          {[meaning?.label, about].filter(Boolean).join(' · ')}
        </span>
      ) : null}
      <NoteVotes item={note} />
    </>
  )
  return (
    <li
      className={classNames(css['row'], isMine && css['mine'])}
      aria-setsize={size}
      aria-posinset={position}
      data-note={note.id}
      data-picked={(selecting && picked) || undefined}
    >
      <span className={classNames(css['paper'], card[`paper${note.colour}`])} aria-hidden="true">
        {meaning?.letter}
      </span>
      {selecting ? (
        <label className={css['words']}>
          <input
            type="checkbox"
            className={css['check']}
            checked={picked}
            disabled={!mayPick}
            tabIndex={tabIndex}
            data-focus=""
            onChange={() => {}}
            onClick={(event) => onPick([note.id], event.shiftKey)}
          />
          <span className={css['lines']}>{words}</span>
        </label>
      ) : onEdit ? (
        <button
          type="button"
          className={css['words']}
          tabIndex={tabIndex}
          data-focus=""
          aria-label={[t('edit', { text }), meaning?.label, about].filter(Boolean).join(', ')}
          onClick={() => onEdit(note)}
        >
          <span className={css['lines']}>{words}</span>
        </button>
      ) : (
        <div className={css['words']}>
          <span className={css['lines']}>{words}</span>
        </div>
      )}
      {selecting ? null : <LikeHeart note={note} tabIndex={tabIndex} />}
    </li>
  )
})
