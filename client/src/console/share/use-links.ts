import type { NewLink } from '@escale/shared'
import { useState } from 'react'
import { type ApiRefusal, postJson } from '../../connection/api.ts'
import { useSessionId } from '../session.ts'

/** Asks the server for links; keeps the last refusal to show it. `onMade`: what is handed out has changed. */
export function useLinks(onMade: () => void) {
  const id = useSessionId()
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null)
  const [isBusy, setBusy] = useState(false)
  const make = async (body: unknown): Promise<NewLink | undefined> => {
    setBusy(true)
    const made = await postJson<NewLink>(`/sessions/${id}/links`, body)
    setBusy(false)
    setRefusal(made.ok ? null : made.refusal)
    if (!made.ok) return undefined
    onMade()
    return made.value
  }
  return { id, refusal, isBusy, make }
}
