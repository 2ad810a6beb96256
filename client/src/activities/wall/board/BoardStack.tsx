import type { WallNote, WallStack } from '@escale/shared'
import { type ReactNode, useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import card from '../NoteCard.module.css'
import { usePaneTexts } from '../sorting/pane-texts.ts'
import { NoteVotes } from '../voting/NoteVotes.tsx'
import css from './Board.module.css'
import { useBoardTexts } from './texts.ts'

interface BoardStackProps {
  readonly stack: WallStack
  /** Its notes, in order; at least one. */
  readonly notes: readonly WallNote[]
  /** A note as a paper of the page, not of the board. */
  readonly render: (note: WallNote) => ReactNode
  /** Given: the stack can be opened. Absent for a room. */
  readonly onUngroup?: ((stack: WallStack) => void) | undefined
  readonly isStill: boolean
}

/** A pile on the board: its name, how many it holds, the first of them; opened beside the board, which stays as it is. */
export function BoardStack({ stack, notes, render, onUngroup, isStill }: BoardStackProps) {
  const t = usePaneTexts()
  const b = useBoardTexts()
  const [isOpen, setOpen] = useState(false)
  const [first] = notes
  const title = stack.title || t('unnamed')
  const content = (
    <>
      <span className={css['stack-title']}>{stack.title || t('stack', { title })}</span>
      <span className={css['stack-count']}>{t('inside', { count: notes.length })}</span>
      <NoteVotes item={{ id: stack.id, stack, notes }} />
      <span className={css['stack-first']}>{first?.text}</span>
    </>
  )
  const className = [css['stack'], card[`paper${first?.colour ?? 0}`]].join(' ')
  if (isStill) return <div className={className}>{content}</div>
  return (
    <>
      <button type="button" className={className} onClick={() => setOpen(true)}>
        {content}
      </button>
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title={title}
        width="wide"
        footer={
          <>
            <Button variant="primary" onClick={() => setOpen(false)}>
              {b('close')}
            </Button>
            {onUngroup ? (
              <Button
                onClick={() => {
                  setOpen(false)
                  onUngroup(stack)
                }}
              >
                {t('ungroup')}
              </Button>
            ) : null}
          </>
        }
      >
        <ul className={css['stack-notes']} aria-label={title}>
          {notes.map((note) => (
            <li key={note.id}>{render(note)}</li>
          ))}
        </ul>
      </Dialog>
    </>
  )
}
