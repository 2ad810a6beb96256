/** A closed door opens by itself: nobody who was let in again has to guess that they were. */
import type { Door } from '@escale/shared'
import { useEffect, useRef } from 'react'
import type { ApiOutcome } from '../connection/api.ts'
import { askDoor } from '../connection/door.ts'
import { announce } from '../ui/announce.ts'
import type { Closed } from './closed.ts'

/** How long between two looks, ms, while the page is seen. Spread, so that a whole room does not knock at once. */
const KNOCK_MS = 8_000
const SPREAD_MS = 2_000

/** Whether what shut this door is over; undefined: such a door does not open by itself. */
const IS_OVER: Partial<Record<Closed, (door: ApiOutcome<Door>) => boolean>> = {
  locked: (door) => door.ok && (!door.value.locked || door.value.status === 'ended'),
  full: (door) => door.ok && (!door.value.full || door.value.status === 'ended'),
  removed: (door) => door.ok && !door.value.known.removed,
  refused: (door) => door.ok && !door.value.known.removed,
  deleted: (door) => door.ok,
  unreachable: (door) => door.ok || door.refusal !== 'unreachable',
}

/** Does the page knock for somebody who stands before it? */
export const isKnocking = (why: Closed): boolean => IS_OVER[why] !== undefined

/**
 * Looks again every few seconds whether the door of `session` is open, and at once when somebody comes back to the page.
 * @param session left out: nobody knocks
 * @param open called once, when what shut it is over
 * @param words said to whoever does not see that the page changes
 */
export function useKnock(why: Closed, session: string | undefined, open: () => void, words: string): void {
  const asked = useRef({ open, words })
  asked.current = { open, words }
  useEffect(() => {
    const isOver = IS_OVER[why]
    if (session === undefined || isOver === undefined) return undefined
    let timer: ReturnType<typeof setTimeout>
    let isWanted = true
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(knock, KNOCK_MS + Math.random() * SPREAD_MS)
    }
    const knock = async () => {
      if (document.visibilityState === 'visible') {
        const door = await askDoor(session)
        if (!isWanted) return
        if (isOver(door)) {
          announce(asked.current.words)
          asked.current.open()
          return
        }
      }
      later()
    }
    const comeBack = () => {
      clearTimeout(timer)
      void knock()
    }
    later()
    document.addEventListener('visibilitychange', comeBack)
    window.addEventListener('online', comeBack)
    return () => {
      isWanted = false
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', comeBack)
      window.removeEventListener('online', comeBack)
    }
  }, [why, session])
}
