import type { WallNote, WallStack } from '@escale/shared'
import { ChevronDown, ChevronUp } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { classNames } from '../../../styles/class-names.ts'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { useWritten } from '../../kit/place.ts'
import card from '../NoteCard.module.css'
import { usePaneTexts } from '../sorting/pane-texts.ts'
import { NoteVotes } from '../voting/NoteVotes.tsx'
import css from './StackCard.module.css'

interface StackCardProps {
  readonly stack: WallStack
  /** Its notes, in order; at least one. */
  readonly notes: readonly WallNote[]
  readonly render: (note: WallNote) => ReactNode
  /** For a screen without controls: the first notes are shown, and how many more there are. */
  readonly still?: boolean
  readonly onRename?: ((stack: WallStack) => void) | undefined
  readonly onUngroup?: ((stack: WallStack) => void) | undefined
}

/** Papers that peep out behind the first one. */
const BEHIND = 2
/** Notes of a stack that a room reads without opening it. */
const STILL_SHOWN = 3

/** Notes that were put together: one thing that opens in its place. */
export function StackCard({ stack, notes, render, still = false, onRename, onUngroup }: StackCardProps) {
  const written = useWritten()
  const t = usePaneTexts()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const [first] = notes
  const shown = still ? notes.slice(0, STILL_SHOWN) : isOpen ? notes : notes.slice(0, 1)
  const left = notes.length - shown.length
  const title = stack.title || t('unnamed')
  const head = (
    <span className={css['words']}>
      <span {...written} className={css['title']}>
        {stack.title || t('stack', { title: t('unnamed') })}
      </span>
      <span className={css['count']}>{t('inside', { count: notes.length })}</span>
      <NoteVotes item={{ id: stack.id, stack, notes }} />
    </span>
  )
  return (
    <article className={css['stack']} aria-label={t('stack', { title })}>
      {still ? (
        <p className={css['head']}>{head}</p>
      ) : (
        <button
          type="button"
          className={css['head']}
          aria-expanded={isOpen}
          aria-controls={id}
          title={t(isOpen ? 'close-stack' : 'open-stack')}
          onClick={() => setOpen(!isOpen)}
        >
          {head}
          <Icon of={isOpen ? ChevronUp : ChevronDown} />
        </button>
      )}
      <ul id={id} className={css['notes']} aria-label={t('stack', { title })}>
        {shown.map((note) => (
          <li key={note.id}>{render(note)}</li>
        ))}
      </ul>
      {left > 0 && still ? <p className={css['more']}>{t('more', { count: left })}</p> : null}
      {left > 0 && !still ? (
        <div className={css['fan']} aria-hidden="true">
          {notes.slice(1, 1 + BEHIND).map((note) => (
            <span key={note.id} className={classNames(css['edge'], card[`paper${note.colour}`])} />
          ))}
        </div>
      ) : null}
      {isOpen && first && (onRename || onUngroup) ? (
        <div className={css['actions']}>
          {onRename ? (
            <Button size="s" variant="quiet" onClick={() => onRename(stack)}>
              {t('rename')}
            </Button>
          ) : null}
          {onUngroup ? (
            <Button size="s" variant="quiet" onClick={() => onUngroup(stack)}>
              {t('ungroup')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </article>
  )
}
