import type { ActivitySlice, MeSlice, PlanSlice, SessionSlice } from '@escale/shared'
import { useLive, usePeople, useSession } from '../stores/live-context.ts'
import type { SessionStoreState } from '../stores/session-store.ts'

/** What a driver always has, once the first frame came. */
export interface ConsoleSlices {
  readonly session: SessionSlice
  /** null: nothing runs. */
  readonly activity: ActivitySlice | null
  readonly me: MeSlice
  readonly plan: PlanSlice
  readonly headcount: { readonly here: number; readonly joined: number }
  readonly seq: number
}

export const isConsole = (s: SessionStoreState): s is SessionStoreState & ConsoleSlices =>
  s.session !== null && s.me !== null && s.plan !== null && s.headcount !== null

/** Reads what the console holds. Throws outside of `ConsoleGate`, which waits for the first frame. */
export const useConsole = <T>(select: (slices: ConsoleSlices) => T): T =>
  useSession((s) => {
    if (!isConsole(s)) throw new Error('useConsole needs a ConsoleGate around')
    return select(s)
  })

export const useRoster = () => usePeople((s) => s.people)

export const useSessionId = (): string => useLive().sessionId
