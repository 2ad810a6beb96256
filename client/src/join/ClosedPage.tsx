import { LanguageSwitch } from '../i18n/LanguageSwitch.tsx'
import { Button, buttonClass } from '../ui/Button.tsx'
import { QuietPage } from '../ui/QuietPage.tsx'
import { useClosedTexts } from './closed-texts.ts'

/** Why one is not inside. */
export type Closed =
  | 'unknown'
  | 'locked'
  | 'full'
  | 'removed'
  | 'deleted'
  | 'erased'
  | 'revoked'
  | 'left'
  | 'ended'
  | 'unreachable'
  | 'version'
  | 'too-many'
  | 'refused'
  | 'not-allowed'

const TRY_AGAIN: ReadonlySet<Closed> = new Set([
  'locked',
  'full',
  'removed',
  'deleted',
  'unreachable',
  'too-many',
  'refused',
])

interface ClosedPageProps {
  readonly why: Closed
  /** The session's title, where it is known. */
  readonly title?: string
  /** Looks again; a page reload when absent. */
  readonly onRetry?: () => void
  /** Where the récolte can be read, if it may. */
  readonly harvest?: string | undefined
}

/** A page for each way of not getting in: what happened, and what one can do now. */
export function ClosedPage({ why, title = '', onRetry, harvest }: ClosedPageProps) {
  const t = useClosedTexts()
  const retry = onRetry ?? (() => window.location.reload())
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
            <a href="/" className={buttonClass()}>
              {t('by-code')}
            </a>
          ) : null}
        </>
      }
    >
      <p>{t(`${why}-text`, { title })}</p>
    </QuietPage>
  )
}
