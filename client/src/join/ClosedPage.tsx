import { lazy, Suspense } from 'react'
import { LanguageSwitch } from '../i18n/LanguageSwitch.tsx'
import { Button } from '../ui/Button.tsx'
import { QuietPage } from '../ui/QuietPage.tsx'
import type { ClosedPageProps } from './closed.ts'
import { useUnreachableTexts } from './unreachable-texts.ts'

// Where the server has answered, one more file can be fetched; where it has not, nothing can.
const AnsweredPage = lazy(async () => ({ default: (await import('./AnsweredPage.tsx')).AnsweredPage }))

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
