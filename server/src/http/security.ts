import type { RequestHandler } from 'express'
import helmet from 'helmet'
import { isOriginAllowed } from '../auth/origin.ts'
import type { Config } from '../config.ts'
import { HttpRefusal } from './refusals.ts'

const HOST = /^[\w.[\]:-]{1,255}$/

/** The socket's address in a form that every browser accepts; `'self'` covers it in the newer ones only. */
function socketSources(host: string | undefined): string[] {
  return host !== undefined && HOST.test(host) ? [`ws://${host}`, `wss://${host}`] : []
}

/** Headers that keep a page from loading or telling anything but what is ours. */
export function securityHeaders({ publicUrl }: Config): RequestHandler[] {
  const isHttps = publicUrl?.startsWith('https:') ?? false
  return [
    helmet({
      contentSecurityPolicy: false,
      crossOriginOpenerPolicy: isHttps ? { policy: 'same-origin' } : false,
      strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: false } : false,
      referrerPolicy: { policy: 'no-referrer' },
      xFrameOptions: { action: 'deny' },
    }),
    (request, response, next) => {
      const policy = [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "media-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        `connect-src ${["'self'", ...socketSources(request.headers.host)].join(' ')}`,
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'self'",
      ]
      response.set({
        'content-security-policy': policy.join('; '),
        'permissions-policy':
          'camera=(), microphone=(), geolocation=(), payment=(), usb=(), screen-wake-lock=(self), fullscreen=(self)',
      })
      next()
    },
  ]
}

/** What a browser says of where a request comes from, when it comes from us or from whoever uses it. */
const OUR_SITES: ReadonlySet<unknown> = new Set([undefined, 'same-origin', 'none'])

/** What changes something must come from our own pages; programs that are no browser say nothing of where they come from. */
export const sameOrigin =
  ({ publicUrl }: Config): RequestHandler =>
  (request, _response, next) => {
    const { origin, 'sec-fetch-site': site } = request.headers
    const isSafe = request.method === 'GET' || request.method === 'HEAD'
    const isForeign = (origin !== undefined && !isOriginAllowed(request, publicUrl)) || !OUR_SITES.has(site)
    next(isSafe || !isForeign ? undefined : new HttpRefusal('not-allowed'))
  }
