import { useEffect, useRef } from 'react'
import { useChime } from '../activities/kit/chime.ts'
import { hasRunOut } from '../activities/kit/end-of-time.ts'
import { useMoment } from '../activities/kit/moment.ts'
import { wantsSound } from '../activities/kit/sound-choice.ts'
import type { Timed } from '../activities/kit/wake.ts'

/** Two short ones, ms: felt in a pocket, and no alarm. */
const VIBRATION_MS = [180, 120, 180]

/** A soft sound and a vibration when a time ends: who writes does not look at the clock. Shows nothing. */
export function EndOfTime({ activity }: { readonly activity: Timed }) {
  const { location, paused } = useMoment(activity, { precise: true })
  const { play } = useChime()
  const before = useRef(location)
  useEffect(() => {
    const was = before.current
    before.current = location
    if (paused || !hasRunOut(was, location) || !wantsSound()) return
    play()
    navigator.vibrate?.(VIBRATION_MS)
  })
  return null
}
