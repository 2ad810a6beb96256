import type { Outcome, Refusal } from '@escale/shared'
import { useCallback, useState } from 'react'

export interface Acting<Action> {
  /** Sends the action; true when the server has accepted it. */
  readonly send: (action: Action) => Promise<boolean>
  /** One is under way. */
  readonly busy: boolean
  /** Why the last one was refused; null when it was not. */
  readonly refusal: Refusal | null
}

/** A kind's actions with what a view needs around them. */
export function useAct<Action>(act: (action: unknown) => Promise<Outcome<unknown>>): Acting<Action> {
  const [underWay, setUnderWay] = useState(0)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const send = useCallback(
    async (action: Action) => {
      setUnderWay((n) => n + 1)
      const outcome = await act(action)
      setUnderWay((n) => n - 1)
      setRefusal(outcome.ok ? null : outcome.refusal)
      return outcome.ok
    },
    [act],
  )
  return { send, busy: underWay > 0, refusal }
}
