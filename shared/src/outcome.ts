/**
 * Why something was refused: the closed list that programs read and that the locale files translate.
 * A new code is added here and in `client/src/i18n`.
 */
export const REFUSALS = [
  'already', // it is so already
  'busy', // the server has too much to do just now; the same wish is taken a little later
  'closed', // the activity, phase or document takes no more input
  'deleted', // the session was deleted by its facilitator
  'ended', // the session is over
  'expired', // waited too long for a connection; nothing was done
  'full', // the session has as many people as it may hold
  'invalid', // malformed: wrong type, unknown field, out of bounds
  'locked', // the door is closed
  'no-space', // the server's disk is nearly full, or what this session may keep is
  'not-allowed', // this role may not do that
  'not-now', // right person, wrong moment
  'nothing-to-undo',
  'rate-limited',
  'removed', // this person was removed from the session
  'stale', // based on something that has changed meanwhile
  'storage', // could not be saved; nothing has changed
  'too-large',
  'too-many',
  'unknown-activity',
  'unknown-address', // the server is asked under an address that it does not know as its own, or by another page
  'unknown-code',
  'unknown-kind',
  'unknown-person',
  'unknown-session',
  'unknown-version', // a file from a newer Escale
] as const

export type Refusal = (typeof REFUSALS)[number]

export interface Refused {
  readonly ok: false
  readonly refusal: Refusal
}

/** The result of something that may be refused. Refusing changes nothing. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | Refused

export const accept = <T>(value: T): Outcome<T> => ({ ok: true, value })
export const refuse = (refusal: Refusal): Refused => ({ ok: false, refusal })
