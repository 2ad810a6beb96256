/**
 * Where somebody looks in a list of notes: the first note in sight, and how much of it lies above the edge. It holds on any
 * size of screen, where pixels would not. Items of columns say `data-item`, so that a stack that is open here may be closed there;
 * notes elsewhere say `data-note`.
 */
import type { SharedLook } from '@escale/shared'

type ItemLook = Extract<SharedLook, { readonly item: string }>

const STEP_PX = 14
/** Across a wall: a note of the first column, of the middle, of the last. */
const ACROSS = [0.12, 0.5, 0.88] as const
/** What stays in sight over the notes. */
const OVER = 'header, [data-over]'

const noteAt = (root: Element, x: number, y: number): HTMLElement | undefined => {
  const under = document.elementFromPoint(x, y)
  const found = under?.closest<HTMLElement>('[data-item]') ?? under?.closest<HTMLElement>('[data-note]')
  return found && root.contains(found) ? found : undefined
}

/** Where this item is shown under `root`; null: it is not. */
export const shownItem = (root: Element, item: string): HTMLElement | null =>
  root.querySelector(`[data-item="${CSS.escape(item)}"], [data-note~="${CSS.escape(item)}"]`)

/** What scrolls the notes: the panel around them, or the page. */
export function scrollerOf(root: Element): Element {
  for (let at = root.parentElement; at !== null; at = at.parentElement) {
    const { overflowY } = getComputedStyle(at)
    if ((overflowY === 'auto' || overflowY === 'scroll') && at.scrollHeight > at.clientHeight) return at
  }
  return document.scrollingElement ?? document.documentElement
}

/** The upper edge of what can be seen, below whatever stays there, and the lower one; px of the window. */
function sightOf(root: Element, scroller: Element): { readonly top: number; readonly bottom: number } {
  const isPage = scroller === document.scrollingElement
  const frame = scroller.getBoundingClientRect()
  const bottom = isPage ? window.innerHeight : Math.min(frame.bottom, window.innerHeight)
  const { left, width } = root.getBoundingClientRect()
  let top = isPage ? 0 : Math.max(0, frame.top)
  for (let layers = 0; layers < 3; layers++) {
    const over = document.elementFromPoint(left + width / 2, top + 1)?.closest(OVER)
    if (!over || over.contains(root)) break
    top = Math.max(top, over.getBoundingClientRect().bottom)
  }
  return { top, bottom }
}

/** null: no note is in sight. */
export function scrollLook(root: Element): ItemLook | null {
  const { top, bottom } = sightOf(root, scrollerOf(root))
  const { left, width } = root.getBoundingClientRect()
  if (width === 0) return null
  for (let y = top + 1; y < bottom; y += STEP_PX)
    for (const part of ACROSS) {
      const note = noteAt(root, left + part * width, y)
      const item = note?.dataset['item'] ?? note?.dataset['note']?.split(' ')[0]
      if (note === undefined || item === undefined) continue
      const rect = note.getBoundingClientRect()
      const above = Math.min(1, Math.max(0, (top - rect.top) / Math.max(1, rect.height)))
      return { item, above: Math.round(above * 100) / 100 }
    }
  return null
}

/** Scrolls there. False: the note is not here, or nothing of the wall is shown. */
export function showScrollLook(root: Element, { item, above }: ItemLook, smooth: boolean): boolean {
  const rect = shownItem(root, item)?.getBoundingClientRect()
  if (rect === undefined || rect.height === 0) return false
  const scroller = scrollerOf(root)
  const by = rect.top + above * rect.height - sightOf(root, scroller).top
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
  scroller.scrollTo({ top: scroller.scrollTop + by, behavior: smooth && !isStill ? 'smooth' : 'instant' })
  return true
}

/** Scrolls so far that a board is to be seen. */
export function bringIntoSight(root: Element): void {
  const rect = root.getBoundingClientRect()
  if (rect.height === 0) return
  const scroller = scrollerOf(root)
  const { top, bottom } = sightOf(root, scroller)
  const isSeen = rect.top >= top - 1 && rect.top + Math.min(rect.height, bottom - top) <= bottom + 1
  if (!isSeen) scroller.scrollTo({ top: scroller.scrollTop + rect.top - top, behavior: 'instant' })
}
