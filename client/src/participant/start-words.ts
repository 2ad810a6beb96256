import type { Say } from '../i18n/create-texts.ts'
import type { Language } from '../i18n/wording.ts'

/** « Début prévu à 14:00. », with the day when it is not today; empty when no start was announced. */
export function startWords(
  startsAt: number | null,
  language: Language,
  say: Say<'starts-at' | 'starts-on'>,
): string {
  if (startsAt === null) return ''
  const start = new Date(startsAt)
  const time = start.toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit' })
  if (start.toDateString() === new Date().toDateString()) return say('starts-at', { time })
  return say('starts-on', {
    date: start.toLocaleDateString(language, { day: 'numeric', month: 'long' }),
    time,
  })
}
