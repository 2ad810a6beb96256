import { classNames } from '../styles/class-names.ts'
import css from './Countdown.module.css'
import { TimeRing, type TimeRingProps } from './TimeRing.tsx'
import { useUiTexts } from './texts.ts'
import { calmMinutes, clockFigure, spokenTime } from './time-words.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface CountdownProps {
  /** Ms left; null: no limit. */
  readonly leftMs: number | null
  /** The whole length, ms; null with no limit. */
  readonly totalMs: number | null
  readonly paused?: boolean
  /** False: the clock is being set again; no number is shown rather than a wrong one. */
  readonly sure?: boolean
  /** Always minutes and seconds; otherwise calm minutes until the last two. */
  readonly exact?: boolean
  readonly size?: TimeRingProps['size']
  readonly className?: string | undefined
}

const SOON_MS = 60_000

/** Time left as a ring, a figure and words. */
export function Countdown({
  leftMs,
  totalMs,
  paused = false,
  sure = true,
  exact = false,
  size = 'm',
  className,
}: CountdownProps) {
  const t = useUiTexts()
  if (!sure)
    return (
      <TimeRing fraction={null} tone="paused" label={t('resynchronising')} size={size} className={className}>
        …
      </TimeRing>
    )
  if (leftMs === null || totalMs === null)
    return (
      // In words: a ring that never empties, with a sign in it, is a riddle.
      <span role="timer" className={classNames(css['open'], size !== 's' && css['large'], className)}>
        <span aria-hidden="true">{t(paused ? 'pause-short' : 'no-limit')}</span>
        <VisuallyHidden>{t('open-ended')}</VisuallyHidden>
      </span>
    )
  const over = leftMs <= 0
  const minutes = calmMinutes(leftMs)
  const tone = paused ? 'paused' : over ? 'over' : leftMs <= SOON_MS ? 'soon' : 'calm'
  const spoken = spokenTime(leftMs, t)
  return (
    <TimeRing
      fraction={totalMs > 0 ? leftMs / totalMs : 0}
      tone={tone}
      label={paused ? t('paused', { time: spoken }) : over ? t('over') : t('left', { time: spoken })}
      size={size}
      className={className}
    >
      {exact || paused || minutes === null ? (
        clockFigure(leftMs)
      ) : (
        <>
          {minutes}
          <small className={css['unit']}>{t('minutes-unit')}</small>
        </>
      )}
    </TimeRing>
  )
}
