/**
 * Which way a tab's connections go: by WebSocket, or by long polling where the network has none. What was found out is kept
 * for the tab, so that each connection anew does not wait for what will not come; now and then WebSocket is tried again.
 */

/** After this a new connection begins with WebSocket again: people carry their laptop to another network. */
const POLLING_FIRST_FOR_MS = 10 * 60_000

export type Way = 'websocket' | 'polling'

export interface Ways {
  /** By which way to try now. */
  readonly next: () => Way
  /** It worked. */
  readonly worked: (way: Way) => void
  /** It did not; `answers`: the server does, to an ordinary request. */
  readonly failed: (way: Way, answers: boolean) => void
}

/** `now`: monotonic ms. */
export function createWays(now: () => number): Ways {
  let pollingUntil = Number.NEGATIVE_INFINITY
  let next: Way | undefined
  return {
    next: () => next ?? (now() < pollingUntil ? 'polling' : 'websocket'),
    worked(way) {
      // One that began without being told to is not prolonged: else WebSocket would never be tried again.
      if (way === 'polling' && now() >= pollingUntil) pollingUntil = now() + POLLING_FIRST_FOR_MS
      if (way === 'websocket') pollingUntil = Number.NEGATIVE_INFINITY
      next = undefined
    },
    failed(way, answers) {
      // A server that is away is no reason: when it comes back, everybody would come by polling.
      next = way === 'websocket' && answers ? 'polling' : 'websocket'
    },
  }
}

/** Of the tab: what one connection found out is true for the next. */
export const ways = createWays(() => performance.now())
