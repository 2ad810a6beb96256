import type { Created } from '@escale/shared'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { handOver, markNew } from '../app/handover.ts'
import { type ApiRefusal, postJson } from '../connection/api.ts'

/** What is being made: a template's id, or one of these. */
export type Making = string | 'blank' | 'file' | 'demo'

/** A workshop file with pictures is long to send over a slow line. */
const FILE_WITHIN_MS = 5 * 60_000

/** A session that was created from a file without some of its pictures. */
export interface Incomplete {
  readonly session: string
  readonly missing: number
}

/** Creates a session and goes to its console; says it first when something of the file is missing. */
export function useCreate() {
  const [, navigate] = useLocation()
  const [making, setMaking] = useState<Making | null>(null)
  const [failure, setFailure] = useState<{ readonly making: Making; readonly refusal: ApiRefusal } | null>(
    null,
  )
  const [incomplete, setIncomplete] = useState<Incomplete | null>(null)
  const enter = (session: string) => navigate(`/console/${session}`)

  const create = async (what: Making, path: string, body: object) => {
    if (making !== null) return
    setMaking(what)
    setFailure(null)
    setIncomplete(null)
    // Where it is made is where it happens, until its settings say otherwise.
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    const asked = what === 'demo' ? body : { ...body, timeZone }
    const created = await postJson<Created>(path, asked, what === 'file' ? FILE_WITHIN_MS : undefined)
    setMaking(null)
    if (created.ok) {
      handOver(created.value)
      if (what !== 'demo') markNew(created.value.session)
      const { session, picturesMissing: missing = 0 } = created.value
      if (missing > 0) setIncomplete({ session, missing })
      else enter(session)
    } else setFailure({ making: what, refusal: created.refusal })
  }

  return { create, enter, making, incomplete, failure, setFailure }
}
