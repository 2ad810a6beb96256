import { lazy, Suspense } from 'react'
import { useRoute } from 'wouter'
import { ConsoleGate } from './entry/ConsoleGate.tsx'
import { LiveConsole } from './live/LiveConsole.tsx'

// The editor brings drag and drop along: only who edits loads it.
const PlanEditor = lazy(async () => ({ default: (await import('./plan/PlanEditor.tsx')).PlanEditor }))

/** `/console/:session` and `/console/:session/plan`: one connection for both. */
export function ConsolePage({ session }: { readonly session: string }) {
  const [isPlan] = useRoute('/console/:session/plan')
  return (
    <ConsoleGate session={session}>
      {isPlan ? (
        <Suspense fallback={null}>
          <PlanEditor />
        </Suspense>
      ) : (
        <LiveConsole />
      )}
    </ConsoleGate>
  )
}
