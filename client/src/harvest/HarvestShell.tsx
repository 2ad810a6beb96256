import { ArrowLeft, Download } from 'lucide-react'
import { useState } from 'react'
import { at } from '../app/addresses.ts'
import { ThemeSwitch } from '../app/ThemeSwitch.tsx'
import { LanguageSwitch } from '../i18n/LanguageSwitch.tsx'
import { classNames } from '../styles/class-names.ts'
import { Button, buttonClass } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Notice } from '../ui/Notice.tsx'
import { QuietPage } from '../ui/QuietPage.tsx'
import { usePageTitle } from '../ui/use-page-title.ts'
import { Wordmark } from '../ui/Wordmark.tsx'
import css from './HarvestShell.module.css'
import { Reading } from './Reading.tsx'
import { ReadingLinkPanel } from './ReadingLinkPanel.tsx'
import { SharePanel } from './SharePanel.tsx'
import { TakeAway } from './TakeAway.tsx'
import { useHarvestTexts } from './texts.ts'
import { type ReaderAs, type Signs, useHarvest } from './use-harvest.ts'

interface HarvestShellProps {
  readonly session: string
  readonly as: ReaderAs
  readonly title: string
  readonly signs?: Signs
}

const NO_SIGNS: Signs = {}

/** The récolte with all around it: where one comes from, the contents, what one can do with it. */
export function HarvestShell({ session, as, title, signs = NO_SIGNS }: HarvestShellProps) {
  const t = useHarvestTexts()
  const [names, setNames] = useState(false)
  const { page, refusal, again } = useHarvest(session, as, names, signs)
  usePageTitle(`${t('harvest')} – ${title} – Escale`)

  if (page === null)
    return refusal === null ? <Loading>{t('opening')}</Loading> : <NotYet refusal={refusal} again={again} />
  const { harvest } = page
  return (
    <div className={css['page']}>
      <a href="#harvest" className={css['skip']}>
        {t('skip')}
      </a>
      <TopBar session={session} as={as} />
      <div className={css['columns']}>
        <main id="harvest" className={css['main']} tabIndex={-1}>
          {refusal === 'unreachable' ? <Notice tone="warning">{t('stale')}</Notice> : null}
          <Reading harvest={harvest} timeZone={page.timeZone} session={session} isDriver={page.mayName} />
        </main>
        <aside id="take" aria-label={t('take')} className={css['aside']} tabIndex={-1}>
          {page.mayName ? (
            <>
              <SharePanel shared={page.shared} names={names} onNames={setNames} onChanged={again} />
              <ReadingLinkPanel session={session} />
            </>
          ) : null}
          <TakeAway page={page} session={session} as={as} names={names} />
        </aside>
      </div>
    </div>
  )
}

function TopBar({ session, as }: Pick<HarvestShellProps, 'session' | 'as'>) {
  const t = useHarvestTexts()
  const isDriver = as === 'facilitator'
  const home = `/${isDriver ? 'console' : as === 'screen' ? 'screen' : 'p'}/${session}` as const
  return (
    <header className={css['bar']}>
      <a href={at('/')} className={css['home']}>
        <Wordmark />
      </a>
      <nav aria-label={t('ways')} className={css['ways']}>
        {as === 'reader' ? null : (
          <a href={at(home)} className={buttonClass('quiet', 's')}>
            <Icon of={ArrowLeft} /> {t(isDriver ? 'backToConsole' : 'backToSession')}
          </a>
        )}
        <a href="#take" className={classNames(buttonClass('quiet', 's'), css['toTake'])}>
          <Icon of={Download} /> {t('take')}
        </a>
      </nav>
      <div className={css['switches']}>
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
    </header>
  )
}

/** Not shared, or not readable: it opens by itself as soon as it may. */
function NotYet({ refusal, again }: { readonly refusal: string; readonly again: () => void }) {
  const t = useHarvestTexts()
  const isUnshared = refusal === 'not-now'
  return (
    <QuietPage
      title={t(isUnshared ? 'notShared' : 'failed')}
      corner={<LanguageSwitch />}
      actions={
        <Button variant="primary" onClick={again}>
          {t('retry')}
        </Button>
      }
    >
      {isUnshared ? <p>{t('notSharedWhy')}</p> : null}
    </QuietPage>
  )
}
