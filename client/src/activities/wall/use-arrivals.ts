import type { WallNote } from '@escale/shared'
import { useEffect, useRef } from 'react'
import { announce } from '../../ui/announce.ts'
import { useWallTexts } from './texts.ts'

/** Two hundred people write at once: what arrives is told together, not note by note. */
const TELL_EVERY_MS = 15_000

/** Tells screen readers how many notes came from others, at most every 15 s. */
export function useArrivals(notes: readonly WallNote[], isMine: (note: WallNote) => boolean): void {
  const t = useWallTexts()
  const latest = useRef({ notes, isMine, t })
  latest.current = { notes, isMine, t }
  useEffect(() => {
    let known = new Set(latest.current.notes.map((note) => note.id))
    const timer = setInterval(() => {
      const { notes: now, isMine: mine, t: say } = latest.current
      const fresh = now.filter((note) => !known.has(note.id) && !mine(note)).length
      known = new Set(now.map((note) => note.id))
      if (fresh > 0 && !document.hidden) announce(say('new-notes', { count: fresh }))
    }, TELL_EVERY_MS)
    return () => clearInterval(timer)
  }, [])
}
