import { Clock } from 'lucide-react'
import { useLanguage } from '../../../i18n/language.ts'
import { announce } from '../../../ui/announce.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { clockFigure, spokenTime } from '../../../ui/time-words.ts'
import { useRoundTableTexts } from '../texts.ts'
import { useOnChange } from '../use-changes.ts'
import { nameList, type Room } from './room.ts'
import css from './TopLine.module.css'

const MINUTE_MS = 60_000
/** The first warning stays this long, ms. */
const SHOWN_MS = 30_000

const warningAt = (leftMs: number): 'left-1' | 'left-5' | null =>
  leftMs <= 0
    ? null
    : leftMs <= MINUTE_MS
      ? 'left-1'
      : leftMs <= 5 * MINUTE_MS && leftMs > 5 * MINUTE_MS - SHOWN_MS
        ? 'left-5'
        : null

/** Which group, how long still, who came, who visits. */
export function TopLine({ room }: { readonly room: Room }) {
  const t = useRoundTableTexts()
  const language = useLanguage()
  const { group, leftMs, welcomed, name, me } = room
  const warning = warningAt(leftMs)
  const visitors = group.visitors.filter((id) => id !== me)
  const newcomers = welcomed.filter((id) => id !== me)
  const visit =
    visitors.length > 0
      ? t('visited', { count: visitors.length, names: nameList(visitors, name, language) })
      : ''
  const joins =
    newcomers.length > 0
      ? t('joins', { count: newcomers.length, names: nameList(newcomers, name, language) })
      : ''
  useOnChange(warning ?? '', (now) => {
    if (now !== '' && warning !== null) announce(t(warning))
  })
  useOnChange(visit, (now) => {
    if (now !== '') announce(now)
  })
  useOnChange(joins, (now) => {
    if (now !== '') announce(now)
  })
  return (
    <>
      <p className={css['line']}>
        {leftMs > 0 && room.sure ? (
          <span className={css['back']}>
            <Icon of={Clock} size={1} />
            {room.paused ? t('paused') : t('back-in', { time: spokenTime(leftMs, t) })}
          </span>
        ) : null}
      </p>
      {warning === 'left-1' && room.sure ? (
        <Notice tone="warning" className={css['soon']}>
          {room.paused ? t('left-1') : t('left-now', { time: clockFigure(leftMs) })}
        </Notice>
      ) : warning ? (
        <Notice tone="warning">{t(warning)}</Notice>
      ) : null}
      {visit ? <Notice>{visit}</Notice> : null}
      {joins ? <Notice tone="good">{joins}</Notice> : null}
    </>
  )
}
