import type { As, HarvestPage } from '@escale/shared'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type ApiRefusal, getJson } from '../connection/api.ts'

/** What people write changes without any frame: look again this often, while the page is seen. */
const LOOK_AGAIN_MS = 10_000
/** Frames come in bursts: one look for all of them. */
const AFTER_FRAME_MS = 1_200

export interface HarvestReading {
  /** The last that was read; null before. */
  readonly page: HarvestPage | null
  /** Why the last attempt failed; null when it did not. */
  readonly refusal: ApiRefusal | null
  readonly again: () => void
}

/** As whom a browser reads: in a place of the session, or with the link only. */
export type ReaderAs = As | 'reader'

/** What says that there is something new: each is another value then. */
export interface Signs {
  readonly seq?: number
  readonly status?: string | undefined
  readonly shared?: boolean | undefined
}

export const harvestPath = (session: string, as: ReaderAs, names: boolean, format = ''): string =>
  `/sessions/${session}/harvest${format}?as=${as}${names ? '&names=1' : ''}`

/** Reads the récolte, and again whenever something happened. What was read stays on the page meanwhile. */
export function useHarvest(
  session: string,
  as: ReaderAs,
  names: boolean,
  { seq, status, shared }: Signs,
): HarvestReading {
  const [page, setPage] = useState<HarvestPage | null>(null)
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null)
  const path = harvestPath(session, as, names)
  const wanted = useRef(path)
  wanted.current = path

  const read = useCallback(async () => {
    const answer = await getJson<HarvestPage>(path)
    // An answer to an earlier question: names may have been switched off since.
    if (wanted.current !== path) return
    setRefusal(answer.ok ? null : answer.refusal)
    if (answer.ok) setPage((held) => (isSame(held, answer.value) ? held : answer.value))
    else if (answer.refusal !== 'unreachable' && answer.refusal !== 'storage') setPage(null)
  }, [path])

  // biome-ignore lint/correctness/useExhaustiveDependencies: these say that there is something new
  useEffect(() => {
    void read()
  }, [read, status, shared])

  // biome-ignore lint/correctness/useExhaustiveDependencies: `seq` says that something happened
  useEffect(() => {
    const timer = setTimeout(() => void read(), AFTER_FRAME_MS)
    return () => clearTimeout(timer)
  }, [read, seq])

  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void read()
    }
    const timer = setInterval(look, LOOK_AGAIN_MS)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [read])

  return { page, refusal, again: useCallback(() => void read(), [read]) }
}

/** The same but for the time at which it was made: nothing on the page moves. */
const isSame = (held: HarvestPage | null, given: HarvestPage): boolean =>
  held !== null &&
  JSON.stringify({ ...held, harvest: { ...held.harvest, madeAt: 0 } }) ===
    JSON.stringify({ ...given, harvest: { ...given.harvest, madeAt: 0 } })
