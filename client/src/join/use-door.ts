import type { Door, Entered } from '@escale/shared'
import { useCallback, useEffect, useState } from 'react'
import { secretInLink, wipeSecret } from '../app/secret-in-link.ts'
import { type ApiRefusal, notAnswered, postJson } from '../connection/api.ts'
import { askDoor } from '../connection/door.ts'

export type AtTheDoor =
  | { readonly at: 'asking' }
  | { readonly at: 'refused'; readonly refusal: ApiRefusal }
  /** `secret`: why a secret in the address opens nothing; null when there was none, or it was good. */
  | { readonly at: 'door'; readonly door: Door; readonly secret: ApiRefusal | null }

/** Exchanges under way, so that a secret is used once even if the component mounts twice. */
const exchanges = new Map<string, Promise<ApiRefusal | null>>()

async function exchange(session: string, secret: string): Promise<ApiRefusal | null> {
  const entered = await postJson<Entered>(`/sessions/${session}/enter`, { secret })
  exchanges.delete(secret)
  const why = entered.ok ? undefined : notAnswered(entered.refusal)
  // Where nothing was said of it, it stays: to try again or to reload has it still.
  if (why === undefined) wipeSecret()
  return entered.ok ? null : (why ?? entered.refusal)
}

function exchangeOnce(session: string): Promise<ApiRefusal | null> {
  const secret = secretInLink()
  if (secret === undefined) return Promise.resolve(null)
  const underWay = exchanges.get(secret) ?? exchange(session, secret)
  exchanges.set(secret, underWay)
  return underWay
}

/** Exchanges a secret in the address for a cookie, then asks what a stranger may know and who we already are. */
export function useDoor(session: string): { readonly state: AtTheDoor; readonly again: () => void } {
  const [state, setState] = useState<AtTheDoor>({ at: 'asking' })
  const [round, setRound] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` is what makes it ask again
  useEffect(() => {
    let wanted = true
    void (async () => {
      const secret = await exchangeOnce(session)
      const door = await askDoor(session)
      if (!wanted) return
      setState(
        door.ok
          ? { at: 'door', door: door.value, secret }
          : { at: 'refused', refusal: secret ?? door.refusal },
      )
    })()
    return () => {
      wanted = false
    }
  }, [session, round])
  return { state, again: useCallback(() => setRound((n) => n + 1), []) }
}
