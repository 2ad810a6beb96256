export const DAY_MS = 24 * 60 * 60 * 1_000

/**
 * When a session will be gone, server time, ms, if nobody uses it any more (docs/spec/retention.md, E1 and E2).
 * @param usedAt when it was last used, server time, ms
 * @param workshopDays as its workshop is set; null or absent: as the server is
 * @param serverDays how long the server keeps sessions
 */
export const goneAt = (usedAt: number, workshopDays: number | null | undefined, serverDays: number): number =>
  usedAt + Math.min(workshopDays ?? serverDays, serverDays) * DAY_MS
