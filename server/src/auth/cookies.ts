import { AS, type As, type KeyRole, type SessionId } from '@escale/shared'
import { parseCookie, stringifySetCookie } from 'cookie'
import { mintSecret, type PlaceName } from './secrets.ts'

/** The one cookie of a browser, however many sessions it is in: its secrets, the newest first. */
export const DEVICE_COOKIE = 'escale_device'

/**
 * A browser that renewed its secret (links.ts) goes on holding the ones before, for the sessions that it has not been back
 * to since. The oldest are forgotten beyond this many.
 */
const DEVICE_SECRETS_MAX = 12
const SECRET = /^[\w-]{43}$/

/** How long a browser keeps its places; no browser keeps a cookie longer. */
const MAX_AGE_S = 400 * 24 * 60 * 60

/** Which place a role is. */
export const asOf = (role: KeyRole): PlaceName => (role === 'cofacilitator' ? 'facilitator' : role)

/** The secrets of the browser that shows this `Cookie` header, the newest first; what is none of ours is left out. */
export function devicesIn(header: string | undefined): readonly string[] {
  const shown = parseCookie(header ?? '')[DEVICE_COOKIE] ?? ''
  return shown.split('.', DEVICE_SECRETS_MAX).filter((secret) => SECRET.test(secret))
}

/** The secrets that a browser holds once it has a new one. */
export const renewed = (devices: readonly string[]): readonly string[] =>
  [mintSecret(), ...devices].slice(0, DEVICE_SECRETS_MAX)

/** How a cookie is given. `embedded`: also in a frame of somebody else's page, where each such page has a jar of its own. */
export interface CookieSetting {
  readonly secure: boolean
  readonly embedded: boolean
  /** The folder of the host in which it is sent (`basePath`). */
  readonly path: string
}

/** Browsers take a cookie in a foreign frame only over https. What changes anything asks where it comes from besides (security.ts). */
const reach = ({ secure, embedded }: CookieSetting) =>
  secure && embedded
    ? ({ sameSite: 'none', secure, partitioned: true } as const)
    : ({ sameSite: 'lax', secure } as const)

/** The value of the `Set-Cookie` header that gives a browser its secrets. */
export const deviceCookie = (devices: readonly string[], setting: CookieSetting): string =>
  stringifySetCookie({
    name: DEVICE_COOKIE,
    value: devices.join('.'),
    httpOnly: true,
    path: setting.path,
    maxAge: MAX_AGE_S,
    ...reach(setting),
  })

/** Each place once had a cookie of its own. They go on working until the browser is back and exchanges them. */
export interface OldCookie {
  readonly name: string
  readonly session: SessionId
  readonly as: As
  readonly secret: string
}

const OLD_LETTER: Readonly<Record<As, string>> = { facilitator: 'f', participant: 'p', screen: 's' }
const OLD_NAME = /^escale-([fps])-([\w-]{1,40})$/

/** The old cookies that a `Cookie` header shows, of whatever session. */
export const oldCookiesIn = (header: string | undefined): readonly OldCookie[] =>
  Object.entries(parseCookie(header ?? '')).flatMap(([name, secret]) => {
    const [, letter, session] = OLD_NAME.exec(name) ?? []
    const as = AS.find((one) => OLD_LETTER[one] === letter)
    return as !== undefined && session !== undefined && secret ? [{ name, session, as, secret }] : []
  })

/** The value of the `Set-Cookie` header that makes a browser forget an old cookie. */
export const forgetOldCookie = ({ name }: OldCookie, secure: boolean): string =>
  stringifySetCookie({ name, value: '', httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: 0 })
