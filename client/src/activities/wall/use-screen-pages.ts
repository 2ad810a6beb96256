import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'

/** Long enough to read what a page shows, and short enough to see a whole wall: between these, by the notes on a page. */
const PAGE_MIN_MS = 8_000
const PAGE_MAX_MS = 16_000
const NOTE_MS = 1_200
/** How long notes must be too many for the place before they are. */
const SETTLED_MS = 400
/** Drawn for one page: more than any holds. */
export const PAGE_MOST = 40

interface Page {
  /** Index of its first item. */
  readonly from: number
  /** How many are shown whole; at least one where there are any. */
  readonly count: number
  /** How many times this page was given more room, because its first item is taller than the place. */
  readonly room: number
}

interface PagesOptions {
  readonly frame: RefObject<HTMLElement | null>
  /** Holds the items that are drawn, as `[data-item]` in their order. */
  readonly content: RefObject<HTMLElement | null>
  readonly ids: readonly string[]
  /** Where somebody looks: index of the item at the top, or null. Pages do not turn meanwhile. */
  readonly ledTo: number | null
  /** Told when not everything fits as it is. Must stay the same function meanwhile. */
  readonly onBeyond: (() => void) | undefined
  /** How many times a page can be given more room. */
  readonly roomMost: number
}

interface Whole {
  readonly count: number
  /** Not even the first is whole. */
  readonly isCut: boolean
}

/** How many of the items that are drawn are whole, from the first on; what is behind is put out of sight, not cut. */
function showWhole(frame: HTMLElement, content: HTMLElement): Whole {
  const { bottom } = frame.getBoundingClientRect()
  const drawn = [...content.querySelectorAll<HTMLElement>('[data-item]')]
  const cut = drawn.findIndex((item) => item.getBoundingClientRect().bottom > bottom + 1)
  const count = cut < 0 ? drawn.length : Math.max(1, cut)
  for (const [i, item] of drawn.entries()) item.style.visibility = i < count ? '' : 'hidden'
  return { count, isCut: cut === 0 }
}

/** Pages of whole items that turn by themselves. The first of a page is known by its id: items that come before it move nothing. */
export function useScreenPages({ frame, content, ids, ledTo, onBeyond, roomMost }: PagesOptions): Page {
  const [first, setFirst] = useState<string | null>(null)
  const [{ count, isCut }, setWhole] = useState<Whole>({ count: 0, isCut: false })
  const from = ledTo ?? Math.max(0, first === null ? 0 : ids.indexOf(first))
  const [given, setGiven] = useState<{ readonly to: string | undefined; readonly room: number }>()
  const to = ids[from]
  const room = given !== undefined && given.to === to ? given.room : 0
  // Letters become smaller for all pages first: a page is not laid out for letters that it will not have.
  const mayGive = onBeyond === undefined && room < roomMost

  // biome-ignore lint/correctness/useExhaustiveDependencies: another page, and other items, are looked at anew
  useLayoutEffect(() => {
    const [outer, inner] = [frame.current, content.current]
    if (!outer || !inner || typeof ResizeObserver === 'undefined') return
    const look = () => {
      const now = showWhole(outer, inner)
      setWhole((before) => (before.count === now.count && before.isCut === now.isCut ? before : now))
      if (now.isCut && mayGive) setGiven({ to, room: room + 1 })
    }
    const observer = new ResizeObserver(look)
    observer.observe(outer)
    // Its list is as tall as its items reach, and changes whenever one of them does.
    for (const list of inner.children) observer.observe(list)
    // Items are put in their places once they have been measured.
    const soon = requestAnimationFrame(() => requestAnimationFrame(look))
    return () => {
      observer.disconnect()
      cancelAnimationFrame(soon)
    }
  }, [frame, content, from, ids, to, room, mayGive])

  const isWhole = from === 0 && count >= ids.length && !isCut
  // Papers are measured one after another: what is only just too much may not be in a moment.
  useEffect(() => {
    if (isWhole || count === 0 || onBeyond === undefined) return
    const timer = setTimeout(onBeyond, SETTLED_MS)
    return () => clearTimeout(timer)
  }, [isWhole, count, onBeyond])

  // Read when the page ends: a note that comes must not start its time again.
  const latest = useRef(ids)
  latest.current = ids
  const isLed = ledTo !== null
  useEffect(() => {
    if (isWhole || isLed || count === 0) return
    const pause = Math.min(PAGE_MAX_MS, Math.max(PAGE_MIN_MS, count * NOTE_MS))
    const timer = setTimeout(() => setFirst(latest.current[from + count] ?? null), pause)
    return () => clearTimeout(timer)
  }, [isWhole, isLed, from, count])
  return { from, count, room }
}
