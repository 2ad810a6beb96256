import type { Company, Frame, Goodbye, Outside } from '@escale/shared'
import type { Seat } from '../auth/authorize.ts'

/** One socket of a session. */
export interface Guest {
  readonly seat: Seat
  /** Does it understand what has changed, in place of the whole of a slice? */
  readonly takesChanges: boolean
  readonly send: (frame: Frame) => void
  readonly enter: (room: string | undefined) => void
  /** Tells that there is no seat yet, and why. */
  readonly wait: (why: Outside) => void
  /** Called once, when it is let in. */
  readonly welcome: () => void
  /** Says goodbye and closes. */
  readonly dismiss: (reason: Goodbye, retryInMs: number | null) => void
}

export interface Rooms {
  /** Sends one frame to a room of a session, except to some of its guests. */
  send(session: string, audience: string, frame: Frame, except: readonly Guest[]): void
  /** Tells what is new in passing. Absent `to`: to everybody in the session. */
  tell(session: string, news: Company, to?: readonly Guest[]): void
}

/** How keys end. */
export interface Ending {
  readonly reason: 'revoked' | 'left'
  readonly retryInMs: number | null
}
