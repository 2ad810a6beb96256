import { schedule } from '@escale/shared'
import { useMemo } from 'react'
import { useServerNow } from '../../activities/kit/moment.ts'
import { classNames } from '../../styles/class-names.ts'
import { useSessionTime } from '../../time/session-time.ts'
import { useConsole } from '../session.ts'
import { useLiveTexts } from '../texts/live.ts'
import { paceOf } from '../time/pace.ts'
import css from './ClockLine.module.css'

/** The schedule as of now, computed each second from what the console holds; null while the time is not known. */
export function useSchedule() {
  const now = useServerNow()
  const plan = useConsole((c) => c.plan)
  const status = useConsole((c) => c.session.status)
  return useMemo(() => {
    if (now === null) return null
    const { workshop, current, runs } = plan
    return { now, ...schedule({ status, workshop, current, runs }, now) }
  }, [now, plan, status])
}

/** The hour, when it will end, and in words how that compares with the plan. */
export function ClockLine() {
  const t = useLiveTexts()
  const time = useSessionTime()
  const status = useConsole((c) => c.session.status)
  const computed = useSchedule()
  if (computed === null) return <p className={css['line']}>…</p>
  const pace = paceOf(computed.behindMs)
  return (
    <p className={css['line']}>
      <time translate="no" className={css['now']}>
        {time.hour(computed.now)}
      </time>
      {time.foreign(computed.now) ? <span className={css['zone']}>{time.zone}</span> : null}
      {status === 'ended' ? null : <span>{t('endsAt', { time: time.hour(computed.endsAt) })}</span>}
      {status === 'running' ? (
        <strong className={classNames(css['pace'], css[pace.is])}>
          {pace.is === 'on-time' ? t('onTime') : t(pace.is, { count: pace.minutes })}
        </strong>
      ) : null}
    </p>
  )
}
