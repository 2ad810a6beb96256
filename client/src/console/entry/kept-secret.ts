/**
 * The facilitator's secret, kept for this tab only (it survives a reload, not the tab), so that its owner can still note
 * the link. Everything else goes by the cookie.
 */
import { inTab, keptForSession } from '../../app/kept-here.ts'

const key = (session: string): string => keptForSession('console', session)

/** False: storage is refused. The link cannot be shown again here then, which the panel says. */
export const keepSecret = (session: string, secret: string): boolean => inTab.write(key(session), secret)

export const keptSecret = (session: string): string | undefined => inTab.read(key(session)) ?? undefined
