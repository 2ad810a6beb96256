import { drives, type KeyLine, type Keyring } from '@escale/shared'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { type ApiRefusal, deleteJson, getJson } from '../../connection/api.ts'
import { useConnection } from '../../stores/live-context.ts'
import { useRoster, useSessionId } from '../session.ts'

export interface KeyringState {
  /** null: not known yet. */
  readonly keys: readonly KeyLine[] | null
  readonly refusal: ApiRefusal | null
  /** Asks again: something was made or ended. */
  readonly again: () => void
  readonly end: (key: string) => Promise<void>
}

/** The links and devices that one may end; asked again whenever somebody who drives comes or goes. */
export function useKeyring(): KeyringState {
  const id = useSessionId()
  const people = useRoster()
  const [keys, setKeys] = useState<readonly KeyLine[] | null>(null)
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null)
  const [round, setRound] = useState(0)
  // One's own device is here again a moment after its secret was renewed.
  const isLive = useConnection((c) => c.status === 'live')
  const drivers = useMemo(
    () =>
      [...people.values()]
        .filter((p) => drives(p.role))
        .map((p) => `${p.id} ${p.away} ${p.removed}`)
        .join(),
    [people],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round`, `isLive` and `drivers` are what makes it ask again
  useEffect(() => {
    let wanted = true
    void getJson<Keyring>(`/sessions/${id}/keys`).then((found) => {
      if (!wanted) return
      if (found.ok) setKeys(found.value.keys)
      setRefusal(found.ok ? null : found.refusal)
    })
    return () => {
      wanted = false
    }
  }, [id, round, isLive, drivers])
  const again = useCallback(() => setRound((n) => n + 1), [])
  const end = useCallback(
    async (key: string) => {
      const ended = await deleteJson(`/sessions/${id}/keys/${key}`)
      if (ended.ok) again()
      else setRefusal(ended.refusal)
    },
    [id, again],
  )
  return { keys, refusal, again, end }
}
