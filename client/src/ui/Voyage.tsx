import { lazy, Suspense } from 'react'

/** Whoever comes into a running activity never sees it, and a page is whole without it. */
const Drawing = lazy(() => import('./VoyageDrawing.tsx').catch(() => ({ default: () => <></> })))

/** A route from stop to stop, each stop a note: what an escale is, without words. Decoration only. */
export const Voyage = ({ className }: { readonly className?: string | undefined }) => (
  <svg viewBox="0 0 560 300" aria-hidden="true" focusable="false" className={className}>
    <Suspense fallback={null}>
      <Drawing />
    </Suspense>
  </svg>
)
