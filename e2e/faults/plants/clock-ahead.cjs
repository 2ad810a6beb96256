/** The server's clock is `CLOCK_AHEAD_MS` ahead. A tool, to let ten minutes pass; a fault, when it is a new life of a server. */
const AHEAD_MS = Number(process.env.CLOCK_AHEAD_MS ?? 0)
const { now } = Date

Date.now = () => now() + AHEAD_MS
