/**
 * The server's time from a few questions and answers. Local times are of a clock that never goes back
 * (`performance.now()`), so an offset stays true whatever the device's calendar says.
 */
export interface Probe {
  /** Local ms when the question left. */
  readonly sentAt: number
  /** Local ms when the answer came. */
  readonly receivedAt: number
  /** The server's ms since the epoch, from the answer. */
  readonly serverMs: number
}

export interface Estimate {
  /** Server time = local time + offset. */
  readonly offset: number
  readonly roundTrip: number
}

export const estimateOf = ({ sentAt, receivedAt, serverMs }: Probe): Estimate => ({
  offset: serverMs - (sentAt + receivedAt) / 2,
  roundTrip: receivedAt - sentAt,
})

/** The estimate of the quickest answer: its error is at most half its round trip. undefined without probes. */
export const bestEstimate = (probes: readonly Probe[]): Estimate | undefined =>
  probes
    .map(estimateOf)
    .reduce<Estimate | undefined>(
      (best, next) => (best === undefined || next.roundTrip < best.roundTrip ? next : best),
      undefined,
    )

/** More than this between what the calendar and the steady clock say has passed: a sleep, or a clock that was set. */
const DISAGREEMENT_MS = 250

/** How far apart the two local clocks are: `Date.now() - performance.now()`. Constant while nothing happens to either. */
export const disagrees = (before: number, now: number): boolean => Math.abs(now - before) > DISAGREEMENT_MS
