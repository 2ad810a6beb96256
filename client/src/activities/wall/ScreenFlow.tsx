import type { WallItem } from '@escale/shared'
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useHostTexts } from './host-texts.ts'
import { NoteColumns } from './NoteColumns.tsx'
import css from './ScreenFlow.module.css'
import { paperOf } from './stacks/paper-of.ts'

interface ScreenFlowProps {
  readonly items: readonly WallItem[]
  readonly render: (item: WallItem) => ReactNode
  readonly label: string
}

/** Long enough to read what a page shows, and short enough to see a whole wall: between these, by the notes on a page. */
const PAGE_MIN_MS = 8_000
const PAGE_MAX_MS = 16_000
const NOTE_MS = 1_200
/** Each page repeats this share of the one before, so that no note is only ever seen cut. */
const OVERLAP = 0.12

/** Notes that do not fit are shown page after page, by themselves: a screen has no controls. */
export function ScreenFlow({ items, render, label }: ScreenFlowProps) {
  const t = useHostTexts()
  const frame = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const [extent, setExtent] = useState({ frame: 0, content: 0 })
  const [turn, setTurn] = useState(0)

  useLayoutEffect(() => {
    const [outer, inner] = [frame.current, content.current]
    if (!outer || !inner || typeof ResizeObserver === 'undefined') return
    const look = () => {
      const next = { frame: outer.clientHeight, content: inner.scrollHeight }
      setExtent((e) => (e.frame === next.frame && e.content === next.content ? e : next))
    }
    const observer = new ResizeObserver(look)
    observer.observe(outer)
    observer.observe(inner)
    return () => observer.disconnect()
  }, [])

  const step = Math.max(1, extent.frame * (1 - OVERLAP))
  const beyond = Math.max(0, extent.content - extent.frame)
  const pages = beyond <= 8 ? 1 : Math.ceil(beyond / step) + 1
  const page = turn % pages
  // Read when the page starts: a note that comes must not start its time again.
  const count = useRef(items.length)
  count.current = items.length
  useEffect(() => {
    if (pages === 1) return
    const perPage = Math.ceil(count.current / pages)
    const pause = Math.min(PAGE_MAX_MS, Math.max(PAGE_MIN_MS, perPage * NOTE_MS))
    const timer = setTimeout(() => setTurn(turn + 1), pause)
    return () => clearTimeout(timer)
  }, [pages, turn])

  return (
    <div className={css['flow']}>
      <div
        ref={frame}
        className={css['frame']}
        data-more={page < pages - 1 || undefined}
        data-less={page > 0 || undefined}
      >
        <div
          ref={content}
          className={css['content']}
          style={{ translate: `0 ${-Math.min(beyond, page * step)}px` }}
        >
          <NoteColumns items={items} paperOf={paperOf} render={render} columnEm={9.4} label={label} />
        </div>
      </div>
      {pages > 1 ? <p className={css['page']}>{t('page', { page: page + 1, pages })}</p> : null}
    </div>
  )
}
