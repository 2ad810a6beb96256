import type { Outcome, Refusal } from '@escale/shared'
import type { RoundTableAction } from '@escale/shared/activities/round-table'
import { useCallback, useState } from 'react'
import { useRefusalTexts } from '../../i18n/refusal-texts.ts'
import { announce } from '../../ui/announce.ts'

/** Somebody was quicker, or the same was pressed twice: what is on the screen next says it all. */
const HARMLESS: ReadonlySet<Refusal> = new Set(['already', 'stale'])

export interface Sending {
  /** True when it was accepted. */
  readonly send: (action: RoundTableAction) => Promise<boolean>
  /** The last refusal in words; null: none. */
  readonly trouble: string | null
  readonly dismiss: () => void
}

/** Sends actions and keeps what went wrong in words. */
export function useSending(act: (action: unknown) => Promise<Outcome<{ seq: number }>>): Sending {
  const refusalText = useRefusalTexts()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const send = useCallback(
    async (action: RoundTableAction) => {
      const outcome = await act(action)
      const told = outcome.ok || HARMLESS.has(outcome.refusal) ? null : outcome.refusal
      setRefusal(told)
      if (told !== null) announce(refusalText(told))
      return outcome.ok
    },
    [act, refusalText],
  )
  return { send, trouble: refusal && refusalText(refusal), dismiss: () => setRefusal(null) }
}
