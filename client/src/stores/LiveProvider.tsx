import type { As } from '@escale/shared'
import { type ReactNode, useEffect, useState } from 'react'
import { CompanyContext } from '../activities/kit/company.ts'
import { ClockContext } from '../connection/clock-context.ts'
import { type Live, openLive } from '../connection/live.ts'
import { LiveContext } from './live-context.ts'
import { Place } from './Place.tsx'

interface LiveProviderProps {
  readonly session: string
  readonly as: As
  readonly children: ReactNode
}

/** Opens the tab's one connection and gives it, with the session's clock, to everything inside. */
export function LiveProvider({ session, as, children }: LiveProviderProps) {
  const [live, setLive] = useState<Live | null>(null)
  useEffect(() => {
    const opened = openLive(session, as)
    setLive(opened)
    return opened.close
  }, [session, as])
  if (live === null || live.sessionId !== session || live.as !== as) return null
  return (
    <LiveContext value={live}>
      <ClockContext value={live.clock}>
        <CompanyContext value={live.company}>
          <Place>{children}</Place>
        </CompanyContext>
      </ClockContext>
    </LiveContext>
  )
}
