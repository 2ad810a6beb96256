import { type RefObject, useLayoutEffect, useState } from 'react'

/** From here on field and wall stand side by side, em; as in `Participant.module.css`. */
const BESIDE_EM = 42

/** Is there room for the wall beside the field? */
export function useBeside(room: RefObject<HTMLElement | null>): boolean {
  const [beside, setBeside] = useState(typeof ResizeObserver === 'undefined')
  useLayoutEffect(() => {
    const element = room.current
    if (!element || typeof ResizeObserver === 'undefined') return
    const em = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
    const look = () => setBeside(element.clientWidth >= BESIDE_EM * em)
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => observer.disconnect()
  }, [room])
  return beside
}
