/**
 * Attacks that still win, by id, and what is missing. The short form leaves them out, and prints this; the long form plays
 * them, and fails. It must become empty.
 */
export const STILL_WINNING: Readonly<Record<string, string>> = {}
