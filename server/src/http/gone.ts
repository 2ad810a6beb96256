import type { Response } from 'express'

/** Aborted once the line is closed before the answer has left: nobody waits for it any more. */
export function goneSignal(response: Response): AbortSignal {
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  return gone.signal
}
