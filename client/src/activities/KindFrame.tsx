import { type ReactNode, Suspense } from 'react'
import { ErrorBoundary } from '../app/ErrorBoundary.tsx'
import { Button } from '../ui/Button.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useSurfaceTexts } from './surface-texts.ts'

interface KindFrameProps {
  /** Whose view it is: another one gets another try. */
  readonly of: string
  readonly children: ReactNode
}

/** Around a kind's view: what is shown while its code arrives, and when it breaks. */
export function KindFrame({ of, children }: KindFrameProps) {
  const t = useSurfaceTexts()
  return (
    <ErrorBoundary
      resetOn={of}
      fallback={
        <Notice tone="danger" role="alert" title={t('failed')}>
          <p>{t('failed-text')}</p>
          <Button size="s" onClick={() => window.location.reload()}>
            {t('reload')}
          </Button>
        </Notice>
      }
    >
      <Suspense fallback={<Loading>{t('loading')}</Loading>}>{children}</Suspense>
    </ErrorBoundary>
  )
}
