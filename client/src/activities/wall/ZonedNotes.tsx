import { notesByZone, type WallNote } from '@escale/shared'
import type { WallZone } from '@escale/shared/activities/wall'
import { type ReactNode, useMemo } from 'react'
import { NoteColumns } from './NoteColumns.tsx'
import { useWallTexts } from './texts.ts'
import css from './ZonedNotes.module.css'

interface ZonedNotesProps {
  readonly notes: readonly WallNote[]
  readonly zones: readonly WallZone[]
  readonly render: (note: WallNote) => ReactNode
  readonly columnEm?: number
}

/** The wall's notes under their zones' titles; an undivided wall is one list. */
export function ZonedNotes({ notes, zones, render, columnEm = 13 }: ZonedNotesProps) {
  const t = useWallTexts()
  const groups = useMemo(() => notesByZone(notes, zones), [notes, zones])
  const titles = useMemo(() => new Map(zones.map((zone) => [zone.id, zone.title])), [zones])
  if (zones.length === 0)
    return <NoteColumns notes={notes} render={render} columnEm={columnEm} label={t('wall-tab')} />
  return (
    <div className={css['zones']}>
      {groups.map(({ zone, notes: inside }) => {
        const title = titles.get(zone) || t('no-zone')
        return (
          <section key={zone} className={css['zone']}>
            <h3 className={css['title']}>
              {title} <span className={css['count']}>{inside.length}</span>
            </h3>
            <NoteColumns notes={inside} render={render} columnEm={columnEm} label={title} />
          </section>
        )
      })}
    </div>
  )
}
