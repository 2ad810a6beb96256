import type { Created } from '@escale/shared'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { handOver } from '../app/handover.ts'
import { type ApiRefusal, postJson } from '../connection/api.ts'

/** What is being made: a template's id, or one of these. */
export type Making = string | 'blank' | 'file' | 'demo'

/** Creates a session and goes to its console. */
export function useCreate() {
  const [, navigate] = useLocation()
  const [making, setMaking] = useState<Making | null>(null)
  const [failure, setFailure] = useState<{ readonly making: Making; readonly refusal: ApiRefusal } | null>(
    null,
  )

  const create = async (what: Making, path: string, body: unknown) => {
    if (making !== null) return
    setMaking(what)
    setFailure(null)
    const created = await postJson<Created>(path, body)
    setMaking(null)
    if (created.ok) {
      handOver(created.value)
      navigate(`/console/${created.value.session}`)
    } else setFailure({ making: what, refusal: created.refusal })
  }

  return { create, making, failure, setFailure }
}
