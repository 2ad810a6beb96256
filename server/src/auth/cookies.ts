import { AS, type As, type Role, type SessionId } from '@escale/shared'
import { parseCookie, stringifySetCookie } from 'cookie'

const LETTER: Readonly<Record<As, string>> = { facilitator: 'f', participant: 'p', screen: 's' }

/** How long a browser keeps a place in a session. */
const MAX_AGE_S = 180 * 24 * 60 * 60

/** One name per session and role, so that a facilitator can try the participants' link in the same browser. */
export const cookieName = (session: SessionId, as: As): string => `escale-${LETTER[as]}-${session}`

/** Under which cookie a role is held. */
export const asOf = (role: Role): As => (role === 'cofacilitator' ? 'facilitator' : role)

/** The value of a `Set-Cookie` header. */
export const setCookie = (session: SessionId, as: As, secret: string, secure: boolean): string =>
  stringifySetCookie({
    name: cookieName(session, as),
    value: secret,
    httpOnly: true,
    sameSite: 'lax',
    secure,
    path: '/',
    maxAge: MAX_AGE_S,
  })

/** The secrets that a `Cookie` header shows for one session, by role. */
export function secretsIn(header: string | undefined, session: SessionId): ReadonlyMap<As, string> {
  const cookies = parseCookie(header ?? '')
  return new Map(
    AS.flatMap((as) => {
      const secret = cookies[cookieName(session, as)]
      return secret ? [[as, secret] as const] : []
    }),
  )
}
