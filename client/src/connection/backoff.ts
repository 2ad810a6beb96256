/** When to try again. Spread evenly, so that a thousand people do not come back in the same second. */
const FIRST_MS = 500
const LAST_MS = 5_000

/** Ms to wait; `chance` in [0, 1). A delay that the server asked for is kept, with as much spread on top. */
export const retryDelay = (chance: number, asked: number | null = null): number =>
  asked === null ? FIRST_MS + chance * (LAST_MS - FIRST_MS) : Math.max(0, asked) + chance * LAST_MS
