import { type ActivitySlice, plannedMs } from '@escale/shared'
import { useMoment } from '../../activities/kit/moment.ts'
import { classNames } from '../../styles/class-names.ts'
import { TimeRing } from '../../ui/TimeRing.tsx'
import { useUiTexts } from '../../ui/texts.ts'
import { clockFigure, spokenTime } from '../../ui/time-words.ts'
import { useLiveTexts } from '../texts/live.ts'
import css from './TimeNow.module.css'

/** The last minute looks different, ms. */
const SOON_MS = 60_000

/** How long is left, big; what it is the time of, small. */
export function TimeNow({ activity }: { readonly activity: ActivitySlice }) {
  const t = useLiveTexts()
  const ui = useUiTexts()
  const { elapsed, location, paused } = useMoment(activity)
  const { phases } = activity
  const isOver = location.left === 0
  const over = isOver && location.endsAt !== null ? elapsed - location.endsAt : 0
  const left = spokenTime(location.left ?? 0, ui)
  const spoken =
    location.left === null
      ? ui('open-ended')
      : isOver
        ? ui('over')
        : ui(paused ? 'paused' : 'left', { time: left })
  // « étape 1 sur 2 » on what only has a length: the open end behind it is no step.
  const isPlain = phases.length < 2 || (phases.length === 2 && phases[1]?.ms === null)
  const step = isPlain ? '' : t('step', { n: location.index + 1, count: phases.length })
  const isOpenEnded = phases.some((p) => p.ms === null)
  const wholeLeft = isOpenEnded ? null : plannedMs(phases) - elapsed
  return (
    <div className={css['time']}>
      <TimeRing
        fraction={location.left === null || !location.phase.ms ? null : location.left / location.phase.ms}
        tone={
          paused
            ? 'paused'
            : isOver
              ? 'over'
              : location.left !== null && location.left < SOON_MS
                ? 'soon'
                : 'calm'
        }
        label={spoken}
        size="s"
      />
      <div className={css['words']}>
        <span
          aria-hidden="true"
          translate={location.left === null || isOver ? undefined : 'no'}
          className={classNames(
            css['figure'],
            isOver && css['over'],
            paused && css['held'],
            location.left === null && css['unlimited'],
          )}
        >
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
