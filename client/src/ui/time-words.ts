/** How a stretch of time is written and said. Everything is rounded up: a minute that has begun still counts. */
import type { Say, TextKey } from '../i18n/create-texts.ts'

const SECOND = 1_000

const twoDigits = (n: number): string => String(n).padStart(2, '0')

/** `4:05`, or `1:04:05` from one hour on. */
export function clockFigure(ms: number): string {
  const total = Math.max(0, Math.ceil(ms / SECOND))
  const hours = Math.floor(total / 3600)
  const minutes = Math.floor(total / 60) % 60
  const seconds = twoDigits(total % 60)
  return hours > 0 ? `${hours}:${twoDigits(minutes)}:${seconds}` : `${minutes}:${seconds}`
}

/** Over two minutes « 5 minutes » is said, below the seconds count. */
const SECONDS_COUNT_BELOW_MS = 120 * SECOND

type TimeKey = TextKey<{
  minutes_one: string
  minutes_other: string
  seconds_one: string
  seconds_other: string
}>

/** « 5 minutes », « 1 minute 20 secondes ». */
export function spokenTime(ms: number, say: Say<TimeKey>): string {
  const total = Math.max(0, Math.ceil(ms / SECOND))
  if (ms >= SECONDS_COUNT_BELOW_MS) return say('minutes', { count: Math.ceil(total / 60) })
  const minutes = Math.floor(total / 60)
  const seconds = total % 60
  return [
    minutes > 0 ? say('minutes', { count: minutes }) : '',
    seconds > 0 || minutes === 0 ? say('seconds', { count: seconds }) : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** Calm minutes while there is plenty of time: how many; null when the seconds count. */
export const calmMinutes = (ms: number): number | null =>
  ms >= SECONDS_COUNT_BELOW_MS ? Math.ceil(ms / (60 * SECOND)) : null
