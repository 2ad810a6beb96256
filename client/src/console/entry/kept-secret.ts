/**
 * The facilitator's secret, kept for this tab only (it survives a reload, not the tab), so that its owner can still note
 * the link. Everything else goes by the cookie.
 */
import { keptForSession } from '../../app/kept-here.ts'

const key = (session: string): string => keptForSession('console', session)

export function keepSecret(session: string, secret: string): void {
  try {
    sessionStorage.setItem(key(session), secret)
  } catch {
    // Storage refused: the link cannot be shown again here, which the panel says.
  }
}

export function keptSecret(session: string): string | undefined {
  try {
    return sessionStorage.getItem(key(session)) ?? undefined
  } catch {
    return undefined
  }
}
