import type { WallNote } from '@escale/shared'
import { Heart } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from '../../../styles/class-names.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import css from './NoteVotes.module.css'
import { useVotingTexts } from './texts.ts'
import { dotsOn, useVotes } from './votes-store.ts'

const EXCERPT_CHARS = 60

/** On a note, how many dots it got in the last vote; nothing when it got none. */
export function NoteVotes({ note }: { readonly note: WallNote }) {
  const t = useVotingTexts()
  const dots = useVotes((votes) => dotsOn(votes, note))
  if (dots === 0) return null
  return (
    <span className={css['dots']}>
      <span aria-hidden="true">
        <span className={css['dot']} /> {dots}
      </span>
      <VisuallyHidden>{t('votes', { count: dots })}</VisuallyHidden>
    </span>
  )
}

/** Around a note: its heart, where there are hearts. Outside of it, because a note may be a button itself. */
export function WithHeart({ note, children }: { readonly note: WallNote; readonly children: ReactNode }) {
  const t = useVotingTexts()
  const count = useVotes((votes) => votes.likes.get(note.id) ?? 0)
  const isMine = useVotes((votes) => votes.mine.has(note.id))
  const like = useVotes((votes) => votes.like)
  if (like === undefined && count === 0) return children
  // The server counts a moment later: one's own heart is never missing from the number.
  const shown = Math.max(count, isMine ? 1 : 0)
  const heart = (
    <>
      <Icon of={Heart} className={isMine ? css['full'] : undefined} />
      {shown > 0 ? <span aria-hidden="true">{shown}</span> : null}
    </>
  )
  return (
    <div className={css['held']}>
      {children}
      {like === undefined ? (
        <span className={css['heart']}>
          {heart}
          <VisuallyHidden>{t('likes', { count: shown })}</VisuallyHidden>
        </span>
      ) : (
        <button
          type="button"
          className={classNames(css['heart'], css['press'])}
          aria-pressed={isMine}
          aria-label={[
            t('like', { text: note.text.slice(0, EXCERPT_CHARS) }),
            shown > 0 ? t('likes', { count: shown }) : '',
          ]
            .filter(Boolean)
            .join(', ')}
          onClick={() => like(note.id, !isMine)}
        >
          {heart}
        </button>
      )}
    </div>
  )
}
