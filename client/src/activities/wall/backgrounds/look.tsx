import type { Look } from '@escale/shared/activities/wall'
import { createContext, lazy, Suspense, use } from 'react'
import type { PartSelectProps } from './PartSelect.tsx'

/** How the wall is laid out, for whatever says where a note stands; null: this is no matter here. */
const LookContext = createContext<Look | null>(null)
export const LookProvider = LookContext

/** Has the wall named parts as it is laid out now? */
export function useHasParts(): boolean {
  const look = use(LookContext)
  return look?.layout === 'matrix' || (look?.layout === 'picture' && typeof look.background === 'string')
}

/** Most walls have no parts: participants download their words and figures only where one has. */
const PartSelect = lazy(async () => ({ default: (await import('./PartSelect.tsx')).PartSelect }))

/** Where on the wall a note is to stand; nothing where the wall has no parts. */
export function PartField(props: PartSelectProps) {
  const look = use(LookContext)
  const hasParts = useHasParts()
  return look && hasParts ? (
    <Suspense fallback={<span aria-busy="true" />}>
      <PartSelect {...props} look={look} />
    </Suspense>
  ) : null
}
