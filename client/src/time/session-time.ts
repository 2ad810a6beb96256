/** The one place that says an hour of a session: it is told in the session's own time zone, wherever the device is. */
import { dayIn, isTimeZone, wallTimeIn } from '@escale/shared'
import { useContext, useMemo } from 'react'
import { PlaceContext } from '../activities/kit/place.ts'
import { useLanguage } from '../i18n/language.ts'
import type { Language } from '../i18n/wording.ts'

const DAY_MS = 24 * 60 * 60_000

export interface SessionTime {
  /** `14:05` */
  readonly hour: (ms: number) => string
  /** « 24 avril » */
  readonly day: (ms: number) => string
  /** The hour, and the day where it is a day or more from `now`. */
  readonly dayHour: (ms: number, now: number) => string
  readonly isSameDay: (a: number, b: number) => boolean
  /** The zone's name where clocks around this device show another hour at that time; else ''. */
  readonly foreign: (ms: number) => string
  /** The hour, with the zone's name where it is a foreign one. */
  readonly hourAndZone: (ms: number) => string
  /** « heure d’Europe centrale » */
  readonly zone: string
}

const deviceZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

function nameOfZone(timeZone: string, language: string): string {
  try {
    // As of now: in the first year of the epoch Paris knew no summer time, and is called by its winter.
    const parts = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(
      Date.now(),
    )
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
  } catch {
    // A browser that knows no such names.
    return timeZone.replaceAll('_', ' ')
  }
}

/** How times of a session in `wanted` are told; a zone that this browser does not know is the device's. */
export function sessionTime(wanted: string, language: Language): SessionTime {
  const timeZone = isTimeZone(wanted) ? wanted : deviceZone()
  const format = (options: Intl.DateTimeFormatOptions) => {
    const made = new Intl.DateTimeFormat(language, { timeZone, ...options })
    return (ms: number) => made.format(ms)
  }
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const hour = format(clock)
  const distant = format({ day: 'numeric', month: 'short', ...clock })
  const zone = nameOfZone(timeZone, language)
  const foreign = (ms: number) => (wallTimeIn(timeZone, ms) === wallTimeIn(deviceZone(), ms) ? '' : zone)
  return {
    hour,
    day: format({ day: 'numeric', month: 'long' }),
    dayHour: (ms, now) => (Math.abs(now - ms) < DAY_MS ? hour(ms) : distant(ms)),
    isSameDay: (a, b) => dayIn(timeZone, a) === dayIn(timeZone, b),
    foreign,
    hourAndZone: (ms) => (foreign(ms) === '' ? hour(ms) : `${hour(ms)} (${zone})`),
    zone,
  }
}

/** How times are told in the session around, in the language of the interface. */
export function useSessionTime(): SessionTime {
  const language = useLanguage()
  const timeZone = useContext(PlaceContext)?.timeZone ?? ''
  return useMemo(() => sessionTime(timeZone, language), [timeZone, language])
}
