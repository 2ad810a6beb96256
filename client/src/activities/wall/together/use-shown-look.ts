import type { SharedLook } from '@escale/shared'
import { type RefObject, useEffect } from 'react'
import type { Look, ViewportControl } from '../board/viewport.ts'
import { bringIntoSight, showScrollLook } from './scroll-look.ts'

/** What glides has arrived after this. */
const SETTLED_MS = 500
/** A board that will not go there is left alone. */
const TRIES = 4
/** Of the width: a rectangle fits another shape of screen with a margin, or to the hair. */
const SLACK = 0.02

function holds(seen: Look, area: Look): boolean {
  const slack = SLACK * Math.max(area.width, area.height)
  return (
    seen.x <= area.x + slack &&
    seen.y <= area.y + slack &&
    seen.x + seen.width >= area.x + area.width - slack &&
    seen.y + seen.height >= area.y + area.height - slack
  )
}

/** Leads a board there, and again when it moves by itself: it begins anew when notes come, or fits itself. Returns how to stop. */
function leadBoard(control: ViewportControl, area: Look): () => void {
  let tries = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = () => {
    if (holds(control.look(), area) || tries >= TRIES) return
    tries += 1
    control.show(area, false)
  }
  const stop = control.subscribe((by) => {
    clearTimeout(timer)
    if (by === 'program') timer = setTimeout(look, SETTLED_MS)
  })
  control.show(area, true)
  return () => {
    clearTimeout(timer)
    stop()
  }
}

/** Looks where the guide looks, as long as `isOn`; again when what is seen changes its size, or comes only now. */
export function useShownLook(
  isOn: boolean,
  look: SharedLook | null,
  root: RefObject<HTMLElement | null>,
  control: ViewportControl | null,
): void {
  useEffect(() => {
    const element = root.current
    if (!isOn || control || element === null || look === null || !('item' in look)) return
    let isShown = showScrollLook(element, look, true)
    if (typeof ResizeObserver === 'undefined') return
    let seen = element.clientHeight
    const observer = new ResizeObserver(() => {
      if (isShown && element.clientHeight === seen) return
      seen = element.clientHeight
      isShown = showScrollLook(element, look, false)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [isOn, look, root, control])

  useEffect(() => {
    if (!isOn || !control || look === null || !('area' in look)) return
    return leadBoard(control, look.area)
  }, [isOn, look, control])

  useEffect(() => {
    if (!isOn || !control) return
    // Not before the notes are shown, where they were not.
    const frame = requestAnimationFrame(() => {
      const board = root.current?.querySelector('[data-board]')
      if (board) bringIntoSight(board)
    })
    return () => cancelAnimationFrame(frame)
  }, [isOn, control, root])
}
