import type { ConsoleInfo } from '@escale/shared'
import { useEffect, useState } from 'react'
import { getJson } from '../connection/api.ts'

/** The session's code; empty while it is not known, or where one may not know it (the address then has to do). */
export function useJoinCode(session: string): string {
  const [code, setCode] = useState('')
  useEffect(() => {
    let wanted = true
    void getJson<ConsoleInfo>(`/sessions/${session}/console`).then((info) => {
      if (wanted && info.ok) setCode(info.value.code)
    })
    return () => {
      wanted = false
    }
  }, [session])
  return code
}
