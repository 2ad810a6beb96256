import { useClock } from '../connection/clock-context.ts'
import { Button } from '../ui/Button.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Notice } from '../ui/Notice.tsx'
import { KindFrame } from './KindFrame.tsx'
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
    <KindFrame of={`${stage.activity.id}/${stage.activity.kind}`}>
      <Surface key={stage.activity.id} surface={surface} stage={stage} />
    </KindFrame>
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
