import { type ConsoleInfo, goneAt } from '@escale/shared'
import { useEffect, useState } from 'react'
import { getJson } from '../connection/api.ts'
import { useConsole, useSessionId } from './session.ts'

export interface Keeping {
  /** How many days after the last use this server keeps sessions. */
  readonly serverDays: number
  /** When this one will be gone if nobody uses it any more, server time, ms. */
  readonly goneAt: number
}

/** How long the session is kept, as the workshop is set now; undefined until the server has told what it does. */
export function useKeeping(): Keeping | undefined {
  const id = useSessionId()
  const keepDays = useConsole((c) => c.plan.workshop.settings.keepDays)
  const [info, setInfo] = useState<ConsoleInfo>()
  useEffect(() => {
    let isGone = false
    void getJson<ConsoleInfo>(`/sessions/${id}/console`).then((told) => {
      if (!isGone && told.ok) setInfo(told.value)
    })
    return () => {
      isGone = true
    }
  }, [id])
  return info && { serverDays: info.keepDays, goneAt: goneAt(info.usedAt, keepDays, info.keepDays) }
}
