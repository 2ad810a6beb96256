import type { WallNote } from '@escale/shared'
import { memo } from 'react'
import { classNames } from '../../styles/class-names.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { useCardTexts } from './card-texts.ts'
import { useMeanings } from './categories.tsx'
import { Chips, useMeasures } from './dimensions/Chips.tsx'
import css from './NoteCard.module.css'
import { NotePaper, usePaperName } from './paper/NotePaper.tsx'
import { NoteVotes, WithHeart } from './voting/NoteVotes.tsx'

interface NoteCardProps {
  readonly note: WallNote
  readonly signature: string
  readonly isMine?: boolean
  /** Nobody else sees it yet. */
  readonly isWaiting?: boolean
  /** For a projector: there is nothing to press. */
  readonly isStill?: boolean
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
  isStill = false,
  onEdit,
}: NoteCardProps) {
  const t = useCardTexts()
  const nameOf = usePaperName()
  const meaning = useMeanings().get(note.colour)
  const measures = useMeasures(note)
  const content = (
    <>
      {meaning ? (
        <span className={css['meaning']} title={meaning.label}>
          <span aria-hidden="true">{meaning.letter}</span>
          <VisuallyHidden>
            <bdi>{meaning.label}</bdi>
          </VisuallyHidden>
        </span>
      ) : null}
      <NotePaper paper={note} isStill={isStill} isOpenable={!isStill && onEdit === undefined} />
      <NoteVotes item={note} />
      <Chips measures={measures} />
      {isWaiting ? <span className={css['signature']}>{t('waiting-to-be-placed')}</span> : null}
      {signature ? (
        <span translate="no" className={css['signature']}>
          {signature}
        </span>
      ) : null}
    </>
  )
  const paper = (
    <div
      className={classNames(css['card'], css[`paper${note.colour}`], isMine && css['mine'])}
      data-note={note.id}
    >
      {content}
      {onEdit ? (
        // Over the paper and not around it: a link has no place in a button.
        <button
          type="button"
          className={css['open']}
          aria-label={[
            t('edit-note', { text: nameOf(note).slice(0, EXCERPT_CHARS) }),
            meaning?.label,
            ...measures.map(({ label, value }) => `${label} ${value}`),
          ]
            .filter(Boolean)
            .join(', ')}
          onClick={() => onEdit(note)}
        />
      ) : null}
    </div>
  )
  return isWaiting ? paper : <WithHeart note={note}>{paper}</WithHeart>
})
