import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import type { Config } from '../config.ts'

/** Under which addresses the server is used. */
export type Addresses = Pick<Config, 'publicUrl' | 'hosts'>
/** And whose pages may show ours in a frame: those get a cookie that goes out with requests of any page. */
export type Surroundings = Addresses & Partial<Pick<Config, 'embedOrigins'>>

/** The name in a `Host` header, as a browser understands it: lower case, no port, no last dot; undefined when it is none. */
function nameIn(host: string): string | undefined {
  const url = `http://${host}`
  if (/[/?#@\\\s]/.test(host) || !URL.canParse(url)) return undefined
  return new URL(url).hostname.replace(/\.$/, '')
}

/**
 * Is the server known under this `Host`? Somebody's page can point a name of theirs at us, and would then be "the same
 * origin" (DNS rebinding): a name must be one of ours. An address in numbers cannot be pointed elsewhere. Behind a public
 * address the proxy may say what it likes: there only `Origin` counts.
 */
export function isHostKnown(host: string | undefined, { publicUrl, hosts }: Addresses): boolean {
  // No browser leaves it out.
  if (publicUrl !== null || host === undefined) return true
  const name = nameIn(host)
  if (name === undefined) return false
  return isIP(name.replace(/^\[|\]$/g, '')) !== 0 || hosts.has(name) || name.endsWith('.localhost')
}

/**
 * May a page of this origin talk to us? The configured public address alone; without one, exactly the host it was served
 * from, if that is ours. A browser always says its origin when it opens a WebSocket, so none is refused there.
 */
export function isOriginAllowed({ headers }: IncomingMessage, addresses: Addresses): boolean {
  const { origin, host } = headers
  if (origin === undefined || !URL.canParse(origin)) return false
  if (addresses.publicUrl !== null) return origin === new URL(addresses.publicUrl).origin
  const { protocol, host: from } = new URL(origin)
  return /^https?:$/.test(protocol) && from === host && isHostKnown(host, addresses)
}

/**
 * May this request be a page's of ours that asks over and over where there is no WebSocket? A browser leaves the origin out of a
 * question to where the page is from, and then most say so otherwise. Where the cookie goes out with anybody's requests, it
 * must be said.
 */
export function isPollAllowed(request: IncomingMessage, surroundings: Surroundings): boolean {
  const { origin, host, 'sec-fetch-site': site } = request.headers
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  if (origin !== undefined) return isOriginAllowed(request, surroundings)
  if ((surroundings.embedOrigins ?? []).length > 0 && site !== 'same-origin') return false
  return isHostKnown(host, surroundings)
}

/** The origin of a page of ours whose browser left it out (`isPollAllowed`). */
export const originOf = ({ headers }: Pick<IncomingMessage, 'headers'>, { publicUrl }: Addresses): string =>
  headers.origin ?? (publicUrl === null ? `http://${headers.host ?? ''}` : new URL(publicUrl).origin)
