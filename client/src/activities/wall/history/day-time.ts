const DAY_MS = 24 * 60 * 60_000

/** A server time as whoever looks would write it: the hour, and the day where it is not of the last hours. */
export function dayTime(ms: number, language: string, now: number): string {
  const isNear = Math.abs(now - ms) < DAY_MS
  return new Intl.DateTimeFormat(language, {
    ...(isNear ? {} : { day: 'numeric', month: 'short' }),
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(ms)
}
