import { plannedMs } from '@escale/shared'
import { type CountdownProps, Countdown as CountdownRing } from '../../ui/Countdown.tsx'
import { useMoment } from './moment.ts'
import type { Timed } from './wake.ts'

export interface ActivityCountdownProps extends Pick<CountdownProps, 'exact' | 'size' | 'className'> {
  readonly activity: Timed
  /** What is counted down: the phase that runs (default), or all that is left of the activity. */
  readonly of?: 'phase' | 'activity'
}

/** The time left in an activity, as a ring; follows pauses and the facilitator's changes by itself. */
export function Countdown({ activity, of = 'phase', ...looks }: ActivityCountdownProps) {
  const { elapsed, location, paused, sure } = useMoment(activity)
  const openEnded = activity.phases.some((phase) => phase.ms === null)
  const total = of === 'phase' ? location.phase.ms : openEnded ? null : plannedMs(activity.phases)
  const left = of === 'phase' ? location.left : total === null ? null : Math.max(0, total - elapsed)
  return <CountdownRing leftMs={left} totalMs={total} paused={paused} sure={sure} {...looks} />
}
