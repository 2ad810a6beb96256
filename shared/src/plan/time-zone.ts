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
export function dayIn(timeZone: string, at: number): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'iso8601',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(at)
  const [year, month, day] = ['year', 'month', 'day'].map((type) => parts.find((p) => p.type === type)?.value)
  return `${year}-${month}-${day}`
}
