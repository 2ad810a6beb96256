import { type ActivityId, type GuideMode, limits, type SharedLook } from '@escale/shared'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { randomId } from '../../../connection/random-id.ts'
import { useCompany, useSignal } from '../../kit/company.ts'
import type { ViewportControl } from '../board/viewport.ts'
import { keepTurn, readTurn } from './kept-turn.ts'
import { scrollLook } from './scroll-look.ts'

export interface Lead {
  /** How I lead now; null: I do not. */
  readonly mode: GuideMode | null
  /** Somebody else does. */
  readonly isOther: boolean
  readonly start: (mode: GuideMode) => void
  /** Ends it, whoever leads. */
  readonly stop: () => void
}

/** Calls `tell` with where I look, at once and whenever it changes, at most every LOOK_EVERY_MS. */
function useLooks(
  isOn: boolean,
  root: RefObject<HTMLElement | null>,
  control: ViewportControl | null,
  tell: (look: SharedLook) => void,
): void {
  useEffect(() => {
    if (!isOn) return
    let told = ''
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = (): SharedLook | null =>
      control ? { area: { ...control.look() } } : root.current && scrollLook(root.current)
    const now = () => {
      timer = undefined
      const next = look()
      const json = JSON.stringify(next)
      if (next === null || json === told) return
      told = json
      tell(next)
      timer = setTimeout(now, limits.LOOK_EVERY_MS)
    }
    const soon = () => {
      timer ??= setTimeout(now, limits.LOOK_EVERY_MS / 2)
    }
    now()
    const stop = control?.subscribe(soon)
    // Scrolling of a panel does not bubble: it is caught on its way down.
    window.addEventListener('scroll', soon, { capture: true, passive: true })
    window.addEventListener('resize', soon)
    return () => {
      clearTimeout(timer)
      stop?.()
      window.removeEventListener('scroll', soon, { capture: true })
      window.removeEventListener('resize', soon)
    }
  }, [isOn, root, control, tell])
}

/** Leads everybody's view of the wall to what I look at. */
export function useLead(
  activity: ActivityId,
  root: RefObject<HTMLElement | null>,
  control: ViewportControl | null,
): Lead {
  const signal = useSignal()
  const guide = useCompany(activity, (c) => c.guide)
  const connection = useCompany(activity, (c) => c.cursor)
  const [mine, setMine] = useState(() => readTurn(activity))
  const isMine = mine !== null && guide?.turn === mine.turn

  const start = useCallback(
    (mode: GuideMode) => {
      const turn = randomId()
      setMine({ turn, mode })
      keepTurn(activity, { turn, mode })
      signal({ type: 'guide', activity, mode, turn })
    },
    [activity, signal],
  )
  const stop = useCallback(() => {
    setMine(null)
    keepTurn(activity, null)
    signal({ type: 'guide', activity, mode: null, turn: 'none' })
  }, [activity, signal])

  /** Under which turn, on which connection, the server has last said that I lead. */
  const confirmed = useRef({ turn: '', connection })
  const isRestored = useRef(mine !== null)
  useEffect(() => {
    if (connection === null || mine === null) return
    const isKnown = confirmed.current.turn === mine.turn
    if (guide?.turn === mine.turn) confirmed.current = { turn: mine.turn, connection }
    else if (isKnown && guide === null && confirmed.current.connection !== connection) {
      // A server that was away meanwhile does not know any more that I lead.
      confirmed.current = { turn: mine.turn, connection }
      signal({ type: 'guide', activity, ...mine })
    } else if (isKnown || isRestored.current) {
      // Ended, or taken over.
      setMine(null)
      keepTurn(activity, null)
    }
    isRestored.current = false
  }, [connection, guide, mine, activity, signal])

  const tell = useCallback((look: SharedLook) => signal({ type: 'look', activity, look }), [activity, signal])
  useLooks(isMine, root, control, tell)
  return { mode: isMine ? mine.mode : null, isOther: guide !== null && !isMine, start, stop }
}
