import { Shapes } from 'lucide-react'
import { Suspense } from 'react'
import { useKind } from '../activities/use-kind.ts'
import { ErrorBoundary } from '../app/ErrorBoundary.tsx'
import { Icon } from '../ui/Icon.tsx'

interface KindIconProps {
  readonly kind: string
  readonly size?: number
}

/** A kind's drawing; a plain one while its code arrives, or when this version does not know the kind. */
export function KindIcon({ kind, size = 1.2 }: KindIconProps) {
  const plain = <Icon of={Shapes} size={size} />
  return (
    <ErrorBoundary fallback={plain}>
      <Suspense fallback={plain}>
        <Drawn kind={kind} size={size} />
      </Suspense>
    </ErrorBoundary>
  )
}

function Drawn({ kind, size }: Required<KindIconProps>) {
  return <Icon of={useKind(kind)?.icon ?? Shapes} size={size} />
}
