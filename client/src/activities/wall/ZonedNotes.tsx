import { itemsByZone, notesOf, type WallContent, type WallItem } from '@escale/shared'
import type { WallZone } from '@escale/shared/activities/wall'
import { type ReactNode, useMemo } from 'react'
import { NoteColumns } from './NoteColumns.tsx'
import { paperOf } from './stacks/paper-of.ts'
import { useWallTexts } from './texts.ts'
import css from './ZonedNotes.module.css'

interface ZonedNotesProps extends WallContent {
  readonly zones: readonly WallZone[]
  readonly render: (item: WallItem) => ReactNode
  readonly columnEm?: number
}

/** The wall's notes and stacks under their zones' titles; an undivided wall is one list. */
export function ZonedNotes({ notes, stacks, zones, render, columnEm = 13 }: ZonedNotesProps) {
  const t = useWallTexts()
  const groups = useMemo(() => itemsByZone({ notes, stacks }, zones), [notes, stacks, zones])
  const titles = useMemo(() => new Map(zones.map((zone) => [zone.id, zone.title])), [zones])
  if (zones.length === 0)
    return (
      <div data-zone="">
        <NoteColumns
          items={groups[0]?.items ?? []}
          paperOf={paperOf}
          render={render}
          columnEm={columnEm}
          label={t('wall-tab')}
        />
      </div>
    )
  return (
    <div className={css['zones']}>
      {groups.map(({ zone, items }) => {
        const title = titles.get(zone) || t('no-zone')
        return (
          <section key={zone} className={css['zone']} data-zone={zone}>
            <h3 className={css['title']}>
              <bdi>{title}</bdi>{' '}
              <span className={css['count']}>
                {items.reduce((sum, item) => sum + notesOf(item).length, 0)}
              </span>
            </h3>
            <NoteColumns items={items} paperOf={paperOf} render={render} columnEm={columnEm} label={title} />
          </section>
        )
      })}
    </div>
  )
}
