import type { Refusal } from '@escale/shared'
import type { AskThemes, ThemeProposal } from '@escale/shared/activities/wall'
import { useCallback, useEffect, useState } from 'react'
import { type ApiOutcome, postJson } from '../../../connection/api.ts'
import { useSessionId } from '../../kit/session-id.ts'

/** A wall of ten thousand notes takes some seconds on a small server, and others may be asking too. */
const PATIENCE_MS = 45_000

export type Wish = Omit<AskThemes, 'type'>

export interface Proposal {
  /** null: on its way, or refused. */
  readonly proposal: ThemeProposal | null
  readonly busy: boolean
  readonly refusal: Refusal | 'unreachable' | null
  readonly again: () => void
}

/** Asks for themes, and again whenever the wish changes. What was proposed before stays until the next has come. */
export function useProposal(activity: string, { grain, withinZones }: Wish): Proposal {
  const session = useSessionId()
  const [answer, setAnswer] = useState<ApiOutcome<ThemeProposal> | null>(null)
  const [busy, setBusy] = useState(true)
  const [round, setRound] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` is what makes it ask again
  useEffect(() => {
    let wanted = true
    setBusy(true)
    const wish = {
      type: 'themes',
      withinZones,
      ...(grain === undefined ? {} : { grain }),
    } satisfies AskThemes
    void postJson<ThemeProposal>(
      `/sessions/${session}/activities/${activity}/proposal`,
      wish,
      PATIENCE_MS,
    ).then((given) => {
      if (!wanted) return
      setAnswer(given)
      setBusy(false)
    })
    return () => {
      wanted = false
    }
  }, [session, activity, grain, withinZones, round])
  return {
    proposal: answer?.ok ? answer.value : null,
    busy,
    refusal: answer === null || answer.ok ? null : answer.refusal,
    again: useCallback(() => setRound((n) => n + 1), []),
  }
}
