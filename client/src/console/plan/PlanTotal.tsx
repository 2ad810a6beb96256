import { schedule } from '@escale/shared'
import { useServerNow } from '../../activities/kit/moment.ts'
import { useSessionTime } from '../../time/session-time.ts'
import { useConsole } from '../session.ts'
import { usePlanTexts } from '../texts/plan.ts'
import { showDuration } from '../time/duration.ts'

/** How many activities, how long in all, from when to when. */
export function PlanTotal({ className }: { readonly className?: string | undefined }) {
  const t = usePlanTexts()
  const time = useSessionTime()
  const now = useServerNow()
  const plan = useConsole((c) => c.plan)
  const status = useConsole((c) => c.session.status)
  const activities = plan.workshop.plan
  const total = activities.reduce((sum, a) => sum + a.durationMs, 0)
  const { workshop, current, runs } = plan
  const computed = now === null ? null : schedule({ status, workshop, current, runs }, now)
  const first = computed?.rows[0]
  return (
    <p className={className}>
      {t('total', { count: activities.length, length: showDuration(total) })}
      {computed && first ? (
        <>
          {' · '}
          {t('endsAt', {
            from: time.hour(first.startsAt),
            to: time.hour(computed.endsAt),
          })}
        </>
      ) : null}
    </p>
  )
}
