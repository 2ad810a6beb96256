import { useLanguage } from '../../i18n/language.ts'
import { useConsole } from '../session.ts'
import { Invitation } from '../share/Invitation.tsx'
import { useLiveTexts } from '../texts/live.ts'
import { clockTime } from '../time/clock-time.ts'
import css from './Lobby.module.css'

/** Before the start: the invitation at hand, and who has come. */
export function Lobby() {
  const t = useLiveTexts()
  const language = useLanguage()
  const startsAt = useConsole((c) => c.session.startsAt)
  const isEmpty = useConsole((c) => c.plan.workshop.plan.length === 0)
  return (
    <article className={css['lobby']}>
      <header>
        <h2>{t(isEmpty ? 'emptyPlan' : 'lobbyTitle')}</h2>
        <p className={css['hint']}>{t(isEmpty ? 'emptyPlanHint' : 'lobbyHint')}</p>
        {startsAt === null ? null : (
          <p className={css['starts']}>{t('startsAt', { time: clockTime(startsAt, language) })}</p>
        )}
      </header>
      <Invitation />
    </article>
  )
}
