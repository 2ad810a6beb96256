import type { RoundTableSay } from './texts.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND

/** « 2 min », « 1 min 15 », « 45 s »: for lengths that people chose. */
export function lengthText(ms: number, t: RoundTableSay): string {
  const seconds = Math.round(ms / SECOND)
  if (seconds < 60) return t('seconds-short', { count: seconds })
  const rest = seconds % 60
  const minutes = Math.floor(seconds / 60)
  return rest === 0
    ? t('minutes-short', { count: minutes })
    : t('minutes-seconds', { minutes, seconds: String(rest).padStart(2, '0') })
}

/** « 5 min », « moins d’une minute »: for lengths that are counted in minutes. */
export const roughly = (ms: number, t: RoundTableSay): string =>
  ms < MINUTE ? t('under-a-minute') : t('minutes-short', { count: Math.ceil(ms / MINUTE) })

/** « dans environ 5 min », « dans moins d’une minute »: for what nobody can know exactly. */
export const inAbout = (ms: number, t: RoundTableSay): string =>
  ms < MINUTE ? t('in-under-a-minute') : t('in-about', { time: roughly(ms, t) })
