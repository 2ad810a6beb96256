import type { Door } from '@escale/shared'
import { at, spokenHost } from '../app/addresses.ts'
import { useAtHand } from '../connection/at-hand.ts'
import { LanguageSwitch } from '../i18n/LanguageSwitch.tsx'
import { useLanguage } from '../i18n/language.ts'
import { classNames } from '../styles/class-names.ts'
import { dayOf } from '../ui/day.ts'
import { usePageTitle } from '../ui/use-page-title.ts'
import { Wordmark } from '../ui/Wordmark.tsx'
import type { Closed } from './closed.ts'
import css from './DoorPage.module.css'
import { JoinForm } from './JoinForm.tsx'
import { useJoinTexts } from './texts.ts'

interface DoorPageProps {
  readonly door: Door
  readonly onJoined: () => void
  readonly onClosed: (why: Closed) => void
  /** Fetches what is behind the door; stays the same function. */
  readonly fetchInside: () => Promise<unknown>
}

/** A longer title is set smaller, so that the way in is in sight on a phone. */
const TITLE_LONG_CHARS = 45

/** The way in: what one enters, as whom, and what becomes of it. */
export function DoorPage({ door, onJoined, onClosed, fetchInside }: DoorPageProps) {
  const t = useJoinTexts()
  // While one gives one's name: in an idle moment, and where traffic is sparing only once one has begun to.
  useAtHand(fetchInside)
  const language = useLanguage()
  usePageTitle(`${door.title} · Escale`)
  return (
    <div className={css['page']}>
      <header className={css['header']}>
        <Wordmark />
        <LanguageSwitch />
      </header>
      <main className={css['main']}>
        <div>
          <p className={css['welcome']}>{t('welcome')}</p>
          <h1
            dir="auto"
            className={classNames(css['title'], door.title.length > TITLE_LONG_CHARS && css['long'])}
          >
            {door.title}
          </h1>
        </div>
        <div className={css['card']}>
          <JoinForm door={door} onJoined={onJoined} onClosed={onClosed} onBegun={() => void fetchInside()} />
        </div>
        <section aria-label={t('notice-title')} className={css['notice']}>
          <p>{t('notice-who', { host: spokenHost() })}</p>
          <p>{t('notice-what')}</p>
          <p>{t('notice-readers')}</p>
          <p>{t('notice-kept', { day: dayOf(door.goneAt, language, Date.now()) })}</p>
          <p>
            <a href={at('/source')}>{t('source')}</a>
          </p>
        </section>
      </main>
    </div>
  )
}
