import { notesOf, type SharedLook, type WallItem } from '@escale/shared'
import { type ReactNode, useMemo, useRef } from 'react'
import { useHostTexts } from './host-texts.ts'
import { NoteColumns } from './NoteColumns.tsx'
import css from './ScreenFlow.module.css'
import { paperOf } from './stacks/paper-of.ts'
import { PAGE_MOST, useScreenPages } from './use-screen-pages.ts'

/**
 * How wide columns are at least, and how large letters, in em of the place. The first is what pages have; a note that is taller
 * than the place gets wider papers, and smaller letters where those do not help: half a note helps nobody.
 */
const ROOMS = [
  { column: 9.4, letters: 1 },
  { column: 19, letters: 1 },
  { column: 38, letters: 1 },
  { column: 38, letters: 0.85 },
  { column: 38, letters: 0.72 },
  { column: 38, letters: 0.6 },
  { column: 38, letters: 0.5 },
] as const

interface ScreenFlowProps {
  readonly items: readonly WallItem[]
  readonly render: (item: WallItem) => ReactNode
  readonly label: string
  /** The note that is to be at the top; absent: pages turn by themselves. */
  readonly look?: SharedLook | null
  /** Told when not everything fits as it is. Must stay the same function meanwhile. */
  readonly onBeyond?: (() => void) | undefined
}

/** Whether it is the note or the stack of this id, or a stack with that note. */
export const holds = (item: WallItem, id: string): boolean =>
  item.id === id || notesOf(item).some((note) => note.id === id)

/** Which item of this list somebody looks at; its beginning when it is none of them. */
function ledIndex(items: readonly WallItem[], look: SharedLook): number {
  if (!('item' in look)) return 0
  const at = items.findIndex((one) => holds(one, look.item))
  return Math.max(0, at)
}

/** Notes that do not fit are shown page after page, each of them whole, by themselves: a screen has no controls. */
export function ScreenFlow({ items, render, label, look = null, onBeyond }: ScreenFlowProps) {
  const t = useHostTexts()
  const frame = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const ids = useMemo(() => items.map(({ id }) => id), [items])
  const ledTo = useMemo(() => (look === null ? null : ledIndex(items, look)), [items, look])
  const roomMost = ROOMS.length - 1
  const { from, count, room } = useScreenPages({ frame, content, ids, ledTo, onBeyond, roomMost })
  const { column, letters } = ROOMS[room] ?? ROOMS[0]
  const drawn = useMemo(() => items.slice(from, from + PAGE_MOST), [items, from])
  return (
    <div className={css['flow']}>
      <div ref={frame} className={css['frame']}>
        <div key={from} ref={content} className={css['content']} style={{ fontSize: `${letters}em` }}>
          <NoteColumns items={drawn} paperOf={paperOf} render={render} columnEm={column} label={label} />
        </div>
      </div>
      {count > 0 && count < items.length ? (
        <p className={css['page']}>
          {t('range', { from: from + 1, to: Math.min(from + count, items.length), all: items.length })}
        </p>
      ) : null}
    </div>
  )
}
