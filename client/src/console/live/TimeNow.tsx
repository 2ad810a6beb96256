import { type ActivitySlice, plannedMs } from '@escale/shared'
import { Countdown } from '../../activities/kit/Countdown.tsx'
import { useMoment } from '../../activities/kit/moment.ts'
import { classNames } from '../../styles/class-names.ts'
import { clockFigure } from '../../ui/time-words.ts'
import { useLiveTexts } from '../texts/live.ts'
import css from './TimeNow.module.css'

/** How long is left, big; what it is the time of, small. */
export function TimeNow({ activity }: { readonly activity: ActivitySlice }) {
  const t = useLiveTexts()
  const { elapsed, location, paused } = useMoment(activity)
  const { phases } = activity
  const isOver = location.left === 0
  const over = isOver && location.endsAt !== null ? elapsed - location.endsAt : 0
  const step = phases.length > 1 ? t('step', { n: location.index + 1, count: phases.length }) : ''
  const isOpenEnded = phases.some((p) => p.ms === null)
  const wholeLeft = isOpenEnded ? null : plannedMs(phases) - elapsed
  return (
    <div className={css['time']}>
      <Countdown activity={activity} exact size="s" className={css['ring']} />
      <div className={css['words']}>
        <span className={classNames(css['figure'], isOver && css['over'], paused && css['held'])}>
          {location.left === null
            ? t('noLimit')
            : isOver
              ? t('overBy', { time: clockFigure(over) })
              : clockFigure(location.left)}
        </span>
        <span className={css['small']}>
          {[
            paused ? t('paused') : '',
            step,
            phases.length > 1 && wholeLeft !== null && wholeLeft > 0
              ? `${t('total')} ${clockFigure(wholeLeft)}`
              : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
    </div>
  )
}
