import type { WallNote } from '@escale/shared'
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { NoteColumns } from './NoteColumns.tsx'
import css from './ScreenFlow.module.css'
import { useWallTexts } from './texts.ts'

interface ScreenFlowProps {
  readonly notes: readonly WallNote[]
  readonly render: (note: WallNote) => ReactNode
  readonly label: string
}

/** Long enough to read a page of notes aloud in one's head. */
const PAGE_MS = 14_000
/** Each page repeats this share of the one before, so that no note is only ever seen cut. */
const OVERLAP = 0.12

/** Notes that do not fit are shown page after page, by themselves: a screen has no controls. */
export function ScreenFlow({ notes, render, label }: ScreenFlowProps) {
  const t = useWallTexts()
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
  useEffect(() => {
    if (pages === 1) return
    const timer = setInterval(() => setTurn((n) => n + 1), PAGE_MS)
    return () => clearInterval(timer)
  }, [pages])

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
          <NoteColumns notes={notes} render={render} columnEm={9.4} label={label} />
        </div>
      </div>
      {pages > 1 ? <p className={css['page']}>{t('page', { page: page + 1, pages })}</p> : null}
    </div>
  )
}
