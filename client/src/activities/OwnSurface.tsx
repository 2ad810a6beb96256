import { KindFrame } from './KindFrame.tsx'
import type { OwnStage } from './kit/views.ts'
import { useKind } from './use-kind.ts'

interface OwnSurfaceProps {
  readonly kind: string
  readonly stage: OwnStage<unknown>
}

/** Shows what one has of one's own in an activity that is over, once its kind's code is here. */
export const OwnSurface = ({ kind, stage }: OwnSurfaceProps) => (
  <KindFrame of={`${stage.activity}/${kind}`}>
    <Own kind={kind} stage={stage} />
  </KindFrame>
)

function Own({ kind, stage }: OwnSurfaceProps) {
  const View = useKind(kind)?.views.Own
  return View ? <View {...stage} /> : null
}
