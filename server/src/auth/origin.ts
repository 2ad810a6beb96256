import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import type { Config } from '../config.ts'

/** Under which addresses the server is used. */
export type Addresses = Pick<Config, 'publicUrl' | 'hosts'>

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
