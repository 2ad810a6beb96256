import { lazy, Suspense } from 'react'
import { LanguageSwitch } from '../i18n/LanguageSwitch.tsx'
import { Button } from '../ui/Button.tsx'
import { QuietPage } from '../ui/QuietPage.tsx'
import type { ClosedPageProps } from './closed.ts'
import { useUnreachableTexts } from './unreachable-texts.ts'
import { useKnock } from './use-knock.ts'

// Where the server has answered, one more file can be fetched; where it has not, nothing can.
const AnsweredPage = lazy(async () => ({ default: (await import('./AnsweredPage.tsx')).AnsweredPage }))

const reload = () => window.location.reload()

/** A page for each way of not getting in. Where the door may open again it does so by itself. */
export function ClosedPage(props: ClosedPageProps) {
  const t = useUnreachableTexts()
  const { why, session, onRetry = reload } = props
  useKnock(why, session, onRetry, t('open'))
  if (why !== 'unreachable')
    return (
      <Suspense fallback={null}>
        <AnsweredPage {...props} onRetry={onRetry} why={why} />
      </Suspense>
    )
  return (
    <QuietPage
      title={t('title')}
      corner={<LanguageSwitch />}
      actions={
        <Button variant="primary" onClick={onRetry}>
          {t('retry')}
        </Button>
      }
    >
      <p>{t('text')}</p>
      {session === undefined ? null : <p role="status">{t('knocking')}</p>}
    </QuietPage>
  )
}
