import { Suspense } from 'react'
import { ErrorBoundary } from '../app/ErrorBoundary.tsx'
import { useClock } from '../connection/clock-context.ts'
import { Button } from '../ui/Button.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { Stage } from './kit/views.ts'
import { useSurfaceTexts } from './surface-texts.ts'
import { useKind } from './use-kind.ts'

interface KindSurfaceProps {
  readonly surface: 'Participant' | 'Console' | 'Screen'
  readonly stage: Stage<unknown>
}

/** Shows what the running activity's kind shows, once its code is here and the clock is set. */
export function KindSurface({ surface, stage }: KindSurfaceProps) {
  const t = useSurfaceTexts()
  const clock = useClock()
  if (clock.read() === null) return <Loading>{t('setting-clock')}</Loading>
  return (
    <ErrorBoundary
      resetOn={`${stage.activity.id}/${stage.activity.kind}`}
      fallback={
        <Notice tone="danger" role="alert" title={t('failed')}>
          <p>{t('failed-text')}</p>
          <Button size="s" onClick={() => window.location.reload()}>
            {t('reload')}
          </Button>
        </Notice>
      }
    >
      <Suspense fallback={<Loading>{t('loading')}</Loading>}>
        <Surface key={stage.activity.id} surface={surface} stage={stage} />
      </Suspense>
    </ErrorBoundary>
  )
}

function Surface({ surface, stage }: KindSurfaceProps) {
  const t = useSurfaceTexts()
  const kind = useKind(stage.activity.kind)
  if (kind === undefined)
    return (
      <Notice tone="warning" title={t('unknown-kind')}>
        <Button size="s" onClick={() => window.location.reload()}>
          {t('reload')}
        </Button>
      </Notice>
    )
  const View = kind.views[surface]
  return <View {...stage} />
}
