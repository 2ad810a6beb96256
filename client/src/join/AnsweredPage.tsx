import { at } from '../app/addresses.ts'
import { LanguageSwitch } from '../i18n/LanguageSwitch.tsx'
import { Button, buttonClass } from '../ui/Button.tsx'
import { QuietPage } from '../ui/QuietPage.tsx'
import type { Closed, ClosedPageProps } from './closed.ts'
import { useClosedTexts } from './closed-texts.ts'
import { isKnocking } from './use-knock.ts'

type Answered = Exclude<Closed, 'unreachable'>

const TRY_AGAIN: ReadonlySet<Answered> = new Set([
  'locked',
  'full',
  'removed',
  'deleted',
  'too-many',
  'refused',
  'unknown-address',
])

interface AnsweredPageProps extends ClosedPageProps {
  readonly onRetry: () => void
  readonly why: Answered
}

/** A page for each answer that does not let one in: what happened, and what one can do now. */
export function AnsweredPage({ why, session, title = '', onRetry: retry, harvest }: AnsweredPageProps) {
  const t = useClosedTexts()
  return (
    <QuietPage
      title={t(`${why}-title`)}
      corner={<LanguageSwitch />}
      actions={
        <>
          {harvest ? (
            <a href={harvest} className={buttonClass('primary')}>
              {t('harvest')}
            </a>
          ) : null}
          {TRY_AGAIN.has(why) ? (
            <Button variant="primary" onClick={retry}>
              {t('retry')}
            </Button>
          ) : null}
          {why === 'left' || why === 'erased' ? (
            <Button variant="primary" onClick={retry}>
              {t('enter-again')}
            </Button>
          ) : null}
          {why === 'version' ? (
            <Button variant="primary" onClick={() => window.location.reload()}>
              {t('reload')}
            </Button>
          ) : null}
          {why === 'unknown' || why === 'not-allowed' || why === 'revoked' ? (
            <a href={at('/')} className={buttonClass()}>
              {t('by-code')}
            </a>
          ) : null}
        </>
      }
    >
      <p>{t(`${why}-text`, { title })}</p>
      {session !== undefined && isKnocking(why) ? <p role="status">{t('knocking')}</p> : null}
    </QuietPage>
  )
}
