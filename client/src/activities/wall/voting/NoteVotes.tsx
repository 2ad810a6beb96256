import { type WallItem, type WallNote, wholeOf } from '@escale/shared'
import { Heart } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from '../../../styles/class-names.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import css from './NoteVotes.module.css'
import { useVotingTexts } from './texts.ts'
import { dotsOn, useVotes } from './votes-store.ts'

const EXCERPT_CHARS = 60

/** On a note or a stack, how many dots it got in the last vote; nothing when it got none. */
export function NoteVotes({ item }: { readonly item: WallItem }) {
  const t = useVotingTexts()
  const dots = useVotes((votes) => dotsOn(votes, item))
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

interface HeartProps {
  readonly note: WallNote
  readonly className?: string | undefined
  readonly tabIndex?: number | undefined
}

/** Who likes a note, to be pressed by whoever may; nothing where there are no hearts. */
export function LikeHeart({ note, className, tabIndex }: HeartProps) {
  const t = useVotingTexts()
  const count = useVotes((votes) => votes.likes.get(note.id) ?? 0)
  const held = useVotes(({ mine }) =>
    wholeOf(note)
      .filter((id) => mine.has(id))
      .join(' '),
  )
  const isMine = held !== ''
  const like = useVotes((votes) => votes.like)
  if (like === undefined && count === 0) return null
  // The server counts a moment later: one's own heart is never missing from the number.
  const shown = Math.max(count, isMine ? 1 : 0)
  const heart = (
    <>
      <Icon of={Heart} className={isMine ? css['full'] : undefined} />
      {shown > 0 ? <span aria-hidden="true">{shown}</span> : null}
    </>
  )
  return like === undefined ? (
    <span className={classNames(css['heart'], className)}>
      {heart}
      <VisuallyHidden>{t('likes', { count: shown })}</VisuallyHidden>
    </span>
  ) : (
    <button
      type="button"
      className={classNames(css['heart'], css['press'], className)}
      tabIndex={tabIndex}
      aria-pressed={isMine}
      aria-label={[
        t('like', { text: note.text.slice(0, EXCERPT_CHARS) }),
        shown > 0 ? t('likes', { count: shown }) : '',
      ]
        .filter(Boolean)
        .join(', ')}
      onClick={() => {
        for (const id of isMine ? held.split(' ') : [note.id]) like(id, !isMine)
      }}
    >
      {heart}
    </button>
  )
}

/** Around a note: its heart, where there are hearts. Outside of it, because a note may be a button itself. */
export function WithHeart({ note, children }: { readonly note: WallNote; readonly children: ReactNode }) {
  const hasHeart = useVotes(({ like, likes }) => like !== undefined || likes.has(note.id))
  return hasHeart ? (
    <div className={css['held']}>
      {children}
      <LikeHeart note={note} className={css['corner']} />
    </div>
  ) : (
    children
  )
}
