import type { IncomingMessage, Server } from 'node:http'

/** A request's address as if the whole host were ours; one that is outside of our folder stays as it is. */
export const withoutBase = (url: string, basePath: string): string =>
  url.startsWith(basePath) ? `/${url.slice(basePath.length)}` : url === basePath.slice(0, -1) ? '/' : url

/**
 * Everything behind it may forget in which folder of the host it is. A proxy may take the folder away or leave it: both
 * are understood. To be called last: whoever listens before would see the address as it came.
 */
export function underBase(http: Server, basePath: string): void {
  if (basePath === '/') return
  const strip = (request: IncomingMessage) => {
    request.url = withoutBase(request.url ?? '', basePath)
  }
  http.prependListener('request', strip)
  http.prependListener('upgrade', strip)
}
