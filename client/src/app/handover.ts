import type { Created } from '@escale/shared'
import { keptForSession } from './kept-here.ts'

/**
 * Hands a new session's secret from the page that created it to its console, once, in this tab only: the console offers the
 * facilitator's own link to keep.
 */
const key = (session: string): string => keptForSession('created', session)

export function handOver(created: Created): void {
  try {
    sessionStorage.setItem(key(created.session), created.secret)
  } catch {
    // Without it the cookie still lets the facilitator in; the console can offer to renew the link.
  }
}

/** The secret of a session that this tab has just created; only the first call gets it. */
export function takeHandover(session: string): string | undefined {
  try {
    const secret = sessionStorage.getItem(key(session)) ?? undefined
    sessionStorage.removeItem(key(session))
    return secret
  } catch {
    return undefined
  }
}

const newKey = (session: string): string => keptForSession('new', session)

/** Its creator has it before them for the first time: the console offers to name it and to keep its link. */
export function markNew(session: string): void {
  try {
    sessionStorage.setItem(newKey(session), '1')
  } catch {
    // The link can still be had in the console.
  }
}

export function isNew(session: string): boolean {
  try {
    return sessionStorage.getItem(newKey(session)) !== null
  } catch {
    return false
  }
}

export function noLongerNew(session: string): void {
  try {
    sessionStorage.removeItem(newKey(session))
  } catch {
    // It was not kept either.
  }
}
