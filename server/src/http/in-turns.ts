import type { RequestListener } from 'node:http'
import { REQUESTS_PER_TURN } from './connection-limits.ts'

/**
 * Begins a few requests in each turn of the loop and lets the others wait for the next. When hundreds come at once they take
 * no longer together, and who has a socket open is heard in between.
 */
export function inTurns(handle: RequestListener, perTurn = REQUESTS_PER_TURN): RequestListener {
  const waiting: Parameters<RequestListener>[] = []
  let begun = 0
  let isTurning = false

  function turn(): void {
    const now = waiting.splice(0, perTurn)
    begun = now.length
    isTurning = begun > 0
    if (isTurning) setImmediate(turn)
    for (const [request, response] of now) if (!request.destroyed) handle(request, response)
  }

  return (request, response) => {
    if (!isTurning) setImmediate(turn)
    isTurning = true
    if (begun >= perTurn) {
      waiting.push([request, response])
      return
    }
    begun += 1
    handle(request, response)
  }
}
