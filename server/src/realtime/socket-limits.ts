/** How many Socket.IO connections there may be (docs/spec/limits.md). All lines together: `http/connection-limits.ts`. */

/** Of one person, or of one screen link, over all tabs and devices. One more, and the oldest gives way. */
export const SOCKETS_PER_PERSON = 12
/** Of one session: twice the largest. Beyond, nobody has a second one. */
export const SOCKETS_PER_SESSION = 4_000
/** In the process. Beyond, only those who drive are let in. */
export const SOCKETS_MAX = 5_000
/** Lines that have not said who they are. Honest ones are among them for one round trip; one more, and the oldest is cut. */
export const UNKNOWN_MAX = 1_000
/** One that says nothing for this long is cut. */
export const UNKNOWN_WITHIN_MS = 5_000
/** Lines that have said who they are and are being looked up. More are asked to come back. */
export const LOOKED_UP_AT_ONCE = 2_000
