import { lazy, Suspense } from 'react'
import { useConnection } from '../stores/live-context.ts'
import { Arriving } from '../ui/Arriving.tsx'
import { ClosedPage } from './ClosedPage.tsx'

// The server has answered: one more file can be fetched.
const StoppedPage = lazy(async () => ({ default: (await import('./StoppedPage.tsx')).StoppedPage }))

/** Until there is something to see; when nothing comes, why, and what to do. It goes on by itself. */
export function OnTheWayIn({ children }: { readonly children: string }) {
  const trouble = useConnection((c) => c.trouble)
  const isLost = useConnection((c) => c.status === 'lost')
  if (trouble === 'blocked' || trouble === 'unknown-address')
    return (
      <Suspense fallback={<Arriving>{children}</Arriving>}>
        <StoppedPage why={trouble} />
      </Suspense>
    )
  if (trouble === 'away' || isLost) return <ClosedPage why="unreachable" />
  return <Arriving>{children}</Arriving>
}
