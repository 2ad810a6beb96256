/** What one connection, one address and all of them together may hold before anybody is known (docs/spec/limits.md). */

/** From the first byte, or from the connection while there is none. */
export const HEADERS_WITHIN_MS = 10_000
/** How often Node looks whose time is over. */
export const LOOK_EVERY_MS = 5_000
/** A whole request, the largest included. */
export const REQUEST_WITHIN_MS = 300_000
/** A body has this long, and more the more it says to be. */
export const BODY_WITHIN_MS = 15_000
/** A phone on a bad network sends faster than this. */
export const BODY_MIN_BYTES_PER_S = 20_000
/** Nothing moved on a line that waits for an answer, or does not read it. WebSockets have beats of their own. */
export const STILL_MAX_MS = 120_000
/** Requests on one connection that are not answered yet. Browsers send one after the other; so do proxies. */
export const UNANSWERED_MAX = 16
/** Connections in all: 2 000 people with three each, and as many again. */
export const CONNECTIONS_MAX = 12_000
/** Of these, from one address: a whole ministry, or the proxy, may be behind it. */
export const CONNECTIONS_PER_ADDRESS = 8_000
/** Connections that have not sent a request yet. Honest ones are among them for the time of one round trip. */
export const SILENT_MAX = 1_000
/** Requests that are begun in one turn of the loop; each takes a millisecond or three. */
export const REQUESTS_PER_TURN = 8
