/** In which place's time a session happens: its dates are printed there, wherever the server and its readers are. */

/** Of sessions that do not say: from before they could, or made without a browser. */
export const DEFAULT_TIME_ZONE = 'Europe/Paris'

/** Does this machine know the zone of this IANA name? */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** A zone that can be reckoned with here: another machine, with other tables, may have written a name that this one does not know. */
export const timeZoneOf = ({ timeZone }: { readonly timeZone?: string | null | undefined }): string =>
  timeZone != null && isTimeZone(timeZone) ? timeZone : DEFAULT_TIME_ZONE

/** The day of an instant there, as a date of the calendar (`2020-04-24`). */
export const dayIn = (timeZone: string, at: number): string => wallTimeIn(timeZone, at).slice(0, 10)

/** What clocks there show at an instant, to the minute, as a `datetime-local` field writes it (`2020-04-24T14:05`). */
export function wallTimeIn(timeZone: string, at: number): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(at)
  const [year, month, day, hour, minute] = ['year', 'month', 'day', 'hour', 'minute'].map(
    (type) => parts.find((p) => p.type === type)?.value,
  )
  // A year that is being typed is short.
  return `${year?.padStart(4, '0')}-${month}-${day}T${hour}:${minute}`
}

/**
 * When clocks there show that; null: it is no such time. Of an hour that a change of clocks repeats, one of the two; one that it
 * leaves out is taken for as much later.
 */
export function instantIn(timeZone: string, wallTime: string): number | null {
  const asUtc = Date.parse(`${wallTime}Z`)
  if (!Number.isFinite(asUtc)) return null
  /** How far clocks there are ahead of UTC. */
  const aheadAt = (at: number) =>
    Date.parse(`${wallTimeIn(timeZone, at)}Z`) - Math.floor(at / 60_000) * 60_000
  const near = asUtc - aheadAt(asUtc)
  return asUtc - aheadAt(near)
}
