import type { Created } from '@escale/shared'
import { inTab, keptForSession } from './kept-here.ts'

/**
 * Hands a new session's secret from the page that created it to its console, once, in this tab only: the console offers the
 * facilitator's own link to keep.
 */
const key = (session: string): string => keptForSession('created', session)

export function handOver({ session, secret }: Created): void {
  // Not kept: the cookie still lets the facilitator in, and the console can offer to renew the link.
  inTab.write(key(session), secret)
}

/** The secret of a session that this tab has just created; only the first call gets it. */
export function takeHandover(session: string): string | undefined {
  const secret = inTab.read(key(session)) ?? undefined
  inTab.write(key(session), null)
  return secret
}

const newKey = (session: string): string => keptForSession('new', session)

/** Its creator has it before them for the first time: the console offers to name it and to keep its link. */
export const markNew = (session: string): boolean => inTab.write(newKey(session), '1')
export const isNew = (session: string): boolean => inTab.read(newKey(session)) !== null
export const noLongerNew = (session: string): boolean => inTab.write(newKey(session), null)
