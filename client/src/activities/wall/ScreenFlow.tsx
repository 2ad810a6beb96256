import { notesOf, type SharedLook, type WallItem } from '@escale/shared'
import { type ReactNode, useMemo, useRef } from 'react'
import { useHostTexts } from './host-texts.ts'
import { NoteColumns } from './NoteColumns.tsx'
import css from './ScreenFlow.module.css'
import { paperOf } from './stacks/paper-of.ts'
import { PAGE_MOST, useScreenPages } from './use-screen-pages.ts'

interface ScreenFlowProps {
  readonly items: readonly WallItem[]
  readonly render: (item: WallItem) => ReactNode
  readonly label: string
  /** The note that is to be at the top; absent: pages turn by themselves. */
  readonly look?: SharedLook | null
  /** Told when not everything fits as it is. Must stay the same function meanwhile. */
  readonly onBeyond?: (() => void) | undefined
}

/** Which item of this list somebody looks at; its beginning when it is none of them. */
function ledIndex(items: readonly WallItem[], look: SharedLook): number {
  if (!('item' in look)) return 0
  const at = items.findIndex((one) => one.id === look.item || notesOf(one).some(({ id }) => id === look.item))
  return Math.max(0, at)
}

/** Notes that do not fit are shown page after page, each of them whole, by themselves: a screen has no controls. */
export function ScreenFlow({ items, render, label, look = null, onBeyond }: ScreenFlowProps) {
  const t = useHostTexts()
  const frame = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const ids = useMemo(() => items.map(({ id }) => id), [items])
  const ledTo = useMemo(() => (look === null ? null : ledIndex(items, look)), [items, look])
  const { from, count } = useScreenPages({ frame, content, ids, ledTo, onBeyond })
  const drawn = useMemo(() => items.slice(from, from + PAGE_MOST), [items, from])
  return (
    <div className={css['flow']}>
      <div ref={frame} className={css['frame']}>
        <div key={from} ref={content} className={css['content']}>
          <NoteColumns items={drawn} paperOf={paperOf} render={render} columnEm={9.4} label={label} />
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
