import { lazy, Suspense } from 'react'
import { LanguageSwitch } from '../i18n/LanguageSwitch.tsx'
import { Button } from '../ui/Button.tsx'
import { QuietPage } from '../ui/QuietPage.tsx'
import { useUnreachableTexts } from './unreachable-texts.ts'

// Where the server has answered, one more file can be fetched; where it has not, nothing can.
const AnsweredPage = lazy(async () => ({ default: (await import('./AnsweredPage.tsx')).AnsweredPage }))

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

export interface ClosedPageProps {
  readonly why: Closed
  /** The session's title, where it is known. */
  readonly title?: string
  /** Looks again; a page reload when absent. */
  readonly onRetry?: () => void
  /** Where the récolte can be read, if it may. */
  readonly harvest?: string | undefined
}

/** A page for each way of not getting in. */
export function ClosedPage(props: ClosedPageProps) {
  const t = useUnreachableTexts()
  const { why, onRetry } = props
  if (why !== 'unreachable')
    return (
      <Suspense fallback={null}>
        <AnsweredPage {...props} why={why} />
      </Suspense>
    )
  return (
    <QuietPage
      title={t('title')}
      corner={<LanguageSwitch />}
      actions={
        <Button variant="primary" onClick={onRetry ?? (() => window.location.reload())}>
          {t('retry')}
        </Button>
      }
    >
      <p>{t('text')}</p>
    </QuietPage>
  )
}
