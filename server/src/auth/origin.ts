import type { IncomingMessage } from 'node:http'

/**
 * May a page of this origin talk to us? Exactly the host it was served from, or the configured public address.
 * A browser always says its origin when it opens a WebSocket, so none is refused there.
 */
export function isOriginAllowed(request: IncomingMessage, publicUrl: string | null): boolean {
  const { origin, host } = request.headers
  if (origin === undefined) return false
  if (publicUrl !== null && origin === new URL(publicUrl).origin) return true
  const given = URL.canParse(origin) ? new URL(origin) : undefined
  return given !== undefined && /^https?:$/.test(given.protocol) && host !== undefined && given.host === host
}
