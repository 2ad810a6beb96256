import type { Refusal } from '@escale/shared'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useSessionId } from '../../kit/session-id.ts'
import { type UploadOutcome, uploadPicture } from '../../kit/upload.ts'

/** Why a picture is not there yet: tried again by itself, or for somebody to decide. */
export type UploadTrouble = 'waiting' | 'slower' | Refusal

export interface PictureUpload {
  /** 0 to 1. */
  readonly fraction: number
  readonly trouble: UploadTrouble | null
  /** Tries at once. */
  readonly again: () => void
}

const RETRIES_MS = [2_000, 4_000, 8_000, 15_000, 30_000] as const
/** A picture of some hundred kilobytes over the worst of networks. */
const WITHIN_MS = 120_000

/** Is it worth trying again, and what is said meanwhile? */
function pauseFor(
  refusal: Extract<UploadOutcome, { ok: false }>['refusal'],
): 'waiting' | 'slower' | undefined {
  if (refusal === 'unreachable' || refusal === 'storage') return 'waiting'
  return refusal === 'rate-limited' || refusal === 'busy' ? 'slower' : undefined
}

/** Sends a picture, again and again while that is for the network to decide. */
export function useUpload(photo: Blob, onSent: (picture: string) => void): PictureUpload {
  const session = useSessionId()
  const [fraction, setFraction] = useState(0)
  const [trouble, setTrouble] = useState<UploadTrouble | null>(null)
  const [round, setRound] = useState(0)
  const sent = useRef(onSent)
  sent.current = onSent
  const again = useCallback(() => setRound((n) => n + 1), [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round begins from the start
  useEffect(() => {
    let cancel: () => void = () => undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let tries = 0
    let hasLeft = false
    const attempt = async () => {
      clearTimeout(timer)
      setFraction(0)
      const upload = uploadPicture(session, photo, setFraction, WITHIN_MS)
      cancel = upload.cancel
      const outcome = await upload.done
      if (hasLeft) return
      if (outcome.ok) return sent.current(outcome.value.picture)
      if (outcome.refusal === 'cancelled') return
      const pause = pauseFor(outcome.refusal)
      setTrouble(pause ?? (outcome.refusal as Refusal))
      if (pause === undefined) return
      timer = setTimeout(() => void attempt(), RETRIES_MS[Math.min(tries++, RETRIES_MS.length - 1)])
    }
    const onOnline = () => setRound((n) => n + 1)
    setTrouble(null)
    void attempt()
    window.addEventListener('online', onOnline)
    return () => {
      hasLeft = true
      cancel()
      clearTimeout(timer)
      window.removeEventListener('online', onOnline)
    }
  }, [photo, session, round])
  return { fraction, trouble, again }
}
