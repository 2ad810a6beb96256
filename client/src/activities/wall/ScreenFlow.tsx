import type { SharedLook, WallItem } from '@escale/shared'
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useHostTexts } from './host-texts.ts'
import { NoteColumns } from './NoteColumns.tsx'
import css from './ScreenFlow.module.css'
import { paperOf } from './stacks/paper-of.ts'
import { shownItem } from './together/scroll-look.ts'

interface ScreenFlowProps {
  readonly items: readonly WallItem[]
  readonly render: (item: WallItem) => ReactNode
  readonly label: string
  /** The note that is to be at the top, and how much of it above the edge; absent: pages turn by themselves. */
  readonly look?: SharedLook | null
  /** Told when not everything fits as it is. Must stay the same function meanwhile. */
  readonly onBeyond?: (() => void) | undefined
}

/** Long enough to read what a page shows, and short enough to see a whole wall: between these, by the notes on a page. */
const PAGE_MIN_MS = 8_000
const PAGE_MAX_MS = 16_000
const NOTE_MS = 1_200
/** How long notes must be too many for the place before they are. */
const SETTLED_MS = 400
/** Each page repeats this share of the one before, so that no note is only ever seen cut. */
const OVERLAP = 0.12

/** How far down a look is in this list, px; null: what is looked at is not in it. */
function placeOfLook(content: HTMLElement, look: SharedLook): number | null {
  const note = 'item' in look && shownItem(content, look.item)
  if (!note) return null
  const { top, height } = note.getBoundingClientRect()
  return Math.max(0, top - content.getBoundingClientRect().top + look.above * height)
}

/** Notes that do not fit are shown page after page, by themselves: a screen has no controls. */
export function ScreenFlow({ items, render, label, look = null, onBeyond }: ScreenFlowProps) {
  const t = useHostTexts()
  const frame = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const [extent, setExtent] = useState({ frame: 0, content: 0 })
  const [turn, setTurn] = useState(0)
  const [ledTo, setLedTo] = useState(0)

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
  // Papers are measured one after another: what is only just too much may not be in a moment.
  useEffect(() => {
    if (pages === 1 || onBeyond === undefined) return
    const timer = setTimeout(onBeyond, SETTLED_MS)
    return () => clearTimeout(timer)
  }, [pages, onBeyond])
  const isLed = look !== null
  const top = Math.min(beyond, isLed ? ledTo : page * step)
  // Read when the page starts: a note that comes must not start its time again.
  const count = useRef(items.length)
  count.current = items.length
  useEffect(() => {
    if (pages === 1 || isLed) return
    const perPage = Math.ceil(count.current / pages)
    const pause = Math.min(PAGE_MAX_MS, Math.max(PAGE_MIN_MS, perPage * NOTE_MS))
    const timer = setTimeout(() => setTurn(turn + 1), pause)
    return () => clearTimeout(timer)
  }, [pages, turn, isLed])

  // biome-ignore lint/correctness/useExhaustiveDependencies: notes that come move the one that is looked at
  useLayoutEffect(() => {
    const to = look && content.current && placeOfLook(content.current, look)
    if (to !== null) setLedTo(to)
  }, [look, extent, items])

  return (
    <div className={css['flow']}>
      <div
        ref={frame}
        className={css['frame']}
        data-more={top < beyond || undefined}
        data-less={top > 0 || undefined}
      >
        <div ref={content} className={css['content']} style={{ translate: `0 ${-top}px` }}>
          <NoteColumns items={items} paperOf={paperOf} render={render} columnEm={9.4} label={label} />
        </div>
      </div>
      {pages > 1 && !isLed ? <p className={css['page']}>{t('page', { page: page + 1, pages })}</p> : null}
    </div>
  )
}
