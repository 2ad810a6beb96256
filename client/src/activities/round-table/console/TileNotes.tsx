import type { GroupView } from '@escale/shared/activities/round-table'
import { useState } from 'react'
import { GroupNotes } from '../group/GroupNotes.tsx'
import css from './GroupTile.module.css'
import { useDeskTexts } from './texts.ts'

interface TileNotesProps {
  readonly activity: string
  readonly group: GroupView
}

/** What a group wrote; opened only when somebody wants to read it, so that a console does not hold every page. */
export function TileNotes({ activity, group }: TileNotesProps) {
  const t = useDeskTexts()
  const [isOpen, setOpen] = useState(false)
  return (
    <details className={css['members']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('tile-notes')}</summary>
      {isOpen
        ? group.pages.map((page) => (
            <GroupNotes
              key={page}
              activity={activity}
              page={page}
              isOver
              label={t('group', { n: group.number })}
            />
          ))
        : null}
    </details>
  )
}
