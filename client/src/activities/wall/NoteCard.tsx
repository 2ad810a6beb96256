import type { WallNote } from '@escale/shared'
import { memo } from 'react'
import { classNames } from '../../styles/class-names.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { useMeanings } from './categories.tsx'
import { Chips, useMeasures } from './dimensions/Chips.tsx'
import css from './NoteCard.module.css'
import { useWallTexts } from './texts.ts'
import { NoteVotes, WithHeart } from './voting/NoteVotes.tsx'

interface NoteCardProps {
  readonly note: WallNote
  readonly signature: string
  readonly isMine?: boolean
  /** Nobody else sees it yet. */
  readonly isWaiting?: boolean
  /** Given: the note can be opened for editing. Must stay the same function while nothing changed. */
  readonly onEdit?: ((note: WallNote) => void) | undefined
}

const EXCERPT_CHARS = 80

/** One paper. Rendered again only when its own note changes. */
export const NoteCard = memo(function NoteCard({
  note,
  signature,
  isMine = false,
  isWaiting = false,
  onEdit,
}: NoteCardProps) {
  const t = useWallTexts()
  const meaning = useMeanings().get(note.colour)
  const measures = useMeasures(note)
  const content = (
    <>
      {meaning ? (
        <span className={css['meaning']} title={meaning.label}>
          <span aria-hidden="true">{meaning.letter}</span>
          <VisuallyHidden>{meaning.label}</VisuallyHidden>
        </span>
      ) : null}
      <span className={css['text']}>{note.text}</span>
      <NoteVotes note={note} />
      <Chips measures={measures} />
      {isWaiting ? <span className={css['signature']}>{t('waiting-to-be-placed')}</span> : null}
      {signature ? <span className={css['signature']}>{signature}</span> : null}
    </>
  )
  const className = classNames(css['card'], css[`paper${note.colour}`], isMine && css['mine'])
  const paper =
    onEdit === undefined ? (
      <div className={className}>{content}</div>
    ) : (
      <button
        type="button"
        className={className}
        aria-label={[
          t('edit-note', { text: note.text.slice(0, EXCERPT_CHARS) }),
          meaning?.label,
          ...measures.map(({ label, value }) => `${label} ${value}`),
        ]
          .filter(Boolean)
          .join(', ')}
        onClick={() => onEdit(note)}
      >
        {content}
      </button>
    )
  return isWaiting ? paper : <WithHeart note={note}>{paper}</WithHeart>
})
