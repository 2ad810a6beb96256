import type { StackItem, WallNote } from '@escale/shared'
import { type ReactNode, useId } from 'react'
import { usePaneTexts } from '../sorting/pane-texts.ts'
import { NoteVotes } from '../voting/NoteVotes.tsx'
import css from './NoteList.module.css'

interface StackRowsProps {
  /** Of a stack what is found and shown of it. */
  readonly item: StackItem
  readonly row: (note: WallNote) => ReactNode
}

/** A stack in the list: its name, how many notes it holds and its dots, and under them its notes. */
export function StackRows({ item, row }: StackRowsProps) {
  const t = usePaneTexts()
  const id = useId()
  const { stack, notes } = item
  return (
    <li className={css['stack']}>
      <p id={id} className={css['stack-title']}>
        <bdi>{t('stack', { title: stack.title || t('unnamed') })}</bdi>{' '}
        <span className={css['count']}>{t('inside', { count: stack.notes.length })}</span>{' '}
        <NoteVotes item={item} />
      </p>
      <ul className={css['rows']} aria-labelledby={id}>
        {notes.map(row)}
      </ul>
    </li>
  )
}
