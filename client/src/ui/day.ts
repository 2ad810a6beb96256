/** A server time as a day that people say: « 28 février », « 1er mars 2027 » when it is another year than `now`'s. */
export function dayOf(ms: number, language: string, now: number): string {
  const isOtherYear = new Date(ms).getFullYear() !== new Date(now).getFullYear()
  const day = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    day: 'numeric',
    month: 'long',
    ...(isOtherYear ? { year: 'numeric' } : {}),
  }).format(ms)
  return language === 'fr' ? day.replace(/^1 /, '1er ') : day
}
