import type { Round, WallView } from '@escale/shared/activities/wall'
import { Countdown } from '../../../ui/Countdown.tsx'
import { useMoment } from '../../kit/moment.ts'
import type { Stage } from '../../kit/views.ts'

interface TimeLeftProps {
  readonly activity: Stage<WallView>['activity']
  readonly round: Pick<Round, 'until' | 'startedAt'>
  readonly size?: 's' | 'm' | 'l'
}

/** How long people may still vote; nothing where there is no limit. */
export function TimeLeft({ activity, round: { until, startedAt }, size = 'm' }: TimeLeftProps) {
  const { elapsed, paused, sure } = useMoment(activity)
  if (until === null) return null
  return (
    <Countdown
      leftMs={Math.max(0, until - elapsed)}
      totalMs={until - startedAt}
      paused={paused}
      sure={sure}
      size={size}
    />
  )
}
