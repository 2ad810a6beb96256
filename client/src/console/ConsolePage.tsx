import { lazy, Suspense } from 'react'
import { useRoute } from 'wouter'
import { Loading } from '../ui/Loading.tsx'
import { ConsoleGate } from './entry/ConsoleGate.tsx'
import { LiveConsole } from './live/LiveConsole.tsx'
import { useLiveTexts } from './texts/live.ts'

// The editor brings drag and drop along: only who edits loads it.
const PlanEditor = lazy(async () => ({ default: (await import('./plan/PlanEditor.tsx')).PlanEditor }))

/** `/console/:session` and `/console/:session/plan`: one connection for both. */
export function ConsolePage({ session }: { readonly session: string }) {
  const t = useLiveTexts()
  const [isPlan] = useRoute('/console/:session/plan')
  return (
    <ConsoleGate session={session}>
      {isPlan ? (
        <Suspense fallback={<Loading>{t('enter')}</Loading>}>
          <PlanEditor />
        </Suspense>
      ) : (
        <LiveConsole />
      )}
    </ConsoleGate>
  )
}
