import type { PublicConfig } from '@escale/shared'
import { Play } from 'lucide-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Link } from 'wouter'
import { knownSessions } from '../app/known-sessions.ts'
import { myName } from '../app/my-name.ts'
import { ThemeSwitch } from '../app/ThemeSwitch.tsx'
import { useAnswer } from '../connection/use-answer.ts'
import { LanguageSwitch } from '../i18n/LanguageSwitch.tsx'
import { proposeLanguage } from '../i18n/language.ts'
import { Button, buttonClass } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { OutsideLink } from '../ui/OutsideLink.tsx'
import { usePageTitle } from '../ui/use-page-title.ts'
import { Voyage } from '../ui/Voyage.tsx'
import { Wordmark } from '../ui/Wordmark.tsx'
import { CreateWorkshop } from './CreateWorkshop.tsx'
import css from './Home.module.css'
import { JoinByCode } from './JoinByCode.tsx'
import { useHomeTexts } from './texts.ts'
import { useCreate } from './use-create.ts'

// Not for newcomers, who have none.
const MyWorkshops = lazy(async () => ({ default: (await import('./MyWorkshops.tsx')).MyWorkshops }))

/** The first page: join a session, or create one. */
export function Home() {
  const t = useHomeTexts()
  const creation = useCreate()
  const [name, setName] = useState(myName)
  const [isKnown] = useState(() => knownSessions().length > 0 || myName() !== '')
  const { answer: config } = useAnswer<PublicConfig>('/config')
  usePageTitle('Escale')
  useEffect(() => proposeLanguage(), [])
  return (
    <div className={css['page']}>
      <header className={css['header']}>
        <Wordmark />
        <nav className={css['settings']} aria-label={t('language')}>
          <LanguageSwitch />
          <ThemeSwitch />
        </nav>
      </header>
      <main className={css['main']}>
        <div className={css['hero']}>
          <h1 className={css['headline']}>{t('headline')}</h1>
          <p className={css['lead']}>{t('lead')}</p>
          <p>
            <a href="#create-title" className={buttonClass('primary', 'l')}>
              {t('create-title')}
            </a>
          </p>
          {isKnown ? null : <Voyage className={css['drawing']} />}
        </div>
        <section aria-labelledby="join-title" className={css['join']}>
          <div className={css['ticket']}>
            <h2 id="join-title">{t('join-title')}</h2>
            <JoinByCode />
          </div>
        </section>
        {isKnown ? (
          <Suspense fallback={null}>
            <MyWorkshops {...creation} name={name} onForgetName={() => setName('')} />
          </Suspense>
        ) : null}
        <section aria-labelledby="create-title" className={css['create']}>
          <h2 id="create-title" tabIndex={-1}>
            {t('create-title')}
          </h2>
          <p className={css['aside']}>{t('create-lead')}</p>
          <CreateWorkshop key={name} {...creation} />
        </section>
        {config?.ok && config.value.demo ? (
          <section aria-labelledby="demo-title" className={css['demo']}>
            <h2 id="demo-title">{t('demo-title')}</h2>
            <p>{t('demo-text')}</p>
            <Button
              busy={creation.making === 'demo'}
              onClick={() => void creation.create('demo', '/demo', {})}
            >
              <Icon of={Play} />
              {t('demo')}
            </Button>
          </section>
        ) : null}
      </main>
      <footer className={css['footer']}>
        <span>{t('footer')}</span>
        {config?.ok && config.value.accessibilityUrl ? (
          <OutsideLink href={config.value.accessibilityUrl}>{t('accessibility')}</OutsideLink>
        ) : (
          <Link href="/accessibility">{t('accessibility-state')}</Link>
        )}
        {config?.ok && config.value.sourceUrl ? (
          <OutsideLink href={config.value.sourceUrl}>{t('source')}</OutsideLink>
        ) : (
          <Link href="/source">{t('source')}</Link>
        )}
      </footer>
    </div>
  )
}
