/** People paste a whole link where a code is asked for. The session's id in it; undefined when it is no such link. */
export const sessionInLink = (typed: string): string | undefined =>
  /\/p\/([A-Za-z0-9_-]{1,40})(?:[/?#].*)?$/.exec(typed.trim())?.[1]
