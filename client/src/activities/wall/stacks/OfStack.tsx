import type { WallNote, WallStack } from '@escale/shared'
import { usePaneTexts } from '../sorting/pane-texts.ts'
import css from './StackCard.module.css'

interface OfStackProps {
  readonly note: WallNote
  readonly stacks: readonly WallStack[]
}

/** Above a note that is read on its own: in which stack it lies, and which of it it is. Nothing when it lies in none. */
export function OfStack({ note, stacks }: OfStackProps) {
  const t = usePaneTexts()
  const stack = note.stack === '' ? undefined : stacks.find(({ id }) => id === note.stack)
  return stack === undefined ? null : (
    <p className={css['of']}>
      {t('of-stack', {
        ...{ title: stack.title || t('unnamed'), at: stack.notes.indexOf(note.id) + 1 },
        count: stack.notes.length,
      })}
    </p>
  )
}
