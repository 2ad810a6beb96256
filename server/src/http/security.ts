import type { Failure } from '@escale/shared'
import type { RequestHandler } from 'express'
import helmet from 'helmet'
import { type Addresses, isHostKnown, isOriginAllowed } from '../auth/origin.ts'
import type { Config } from '../config.ts'
import { eachOnce } from '../observability/each-once.ts'
import type { Log } from '../observability/log.ts'
import type { InlineSources } from './client-files.ts'
import { HttpRefusal } from './refusals.ts'

const HOST = /^[\w.[\]:-]{1,255}$/

/** The socket's address in a form that every browser accepts; `'self'` covers it in the newer ones only. */
function socketSources(asked: string | undefined, addresses: Addresses): string[] {
  const host = addresses.publicUrl === null ? asked : new URL(addresses.publicUrl).host
  const isOurs = host !== undefined && HOST.test(host) && isHostKnown(host, addresses)
  return isOurs ? [`ws://${host}`, `wss://${host}`] : []
}

const UNKNOWN_HOST = `Escale ne connaît pas l’adresse par laquelle vous êtes venu·e, et par prudence ne répond pas.
Si vous animez ou participez : utilisez le lien que l’on vous a donné, ou prévenez la personne qui héberge ce serveur.
Si vous hébergez ce serveur : donnez son adresse publique dans ESCALE_PUBLIC_URL ou, sur un réseau local, ce nom dans ESCALE_HOSTS.

Escale does not know the address by which you came, and to be safe does not answer.
If you facilitate or take part: use the link that you were given, or tell whoever hosts this server.
If you host this server: give its public address in ESCALE_PUBLIC_URL or, on a local network, this name in ESCALE_HOSTS.
`
/** Unknown names that are logged, each once. */
const UNKNOWN_NAMED_MAX = 20

/** Answers only under names that are ours (`isHostKnown`). */
export function knownHosts(addresses: Addresses, log: Log): RequestHandler {
  const isNew = eachOnce(UNKNOWN_NAMED_MAX)
  return (request, response, next) => {
    const { host } = request.headers
    if (isHostKnown(host, addresses)) {
      next()
      return
    }
    const name = host !== undefined && HOST.test(host) ? host : 'not a name'
    if (isNew(name))
      log.warn({ host: name }, 'asked under an unknown name: see ESCALE_PUBLIC_URL and ESCALE_HOSTS')
    response.status(421)
    if (request.path.startsWith('/api/')) response.json({ refusal: 'unknown-address' } satisfies Failure)
    else response.type('text/plain').send(UNKNOWN_HOST)
  }
}

/**
 * Headers that keep a page from loading or telling anything but what is ours. Our own pages may show it in a frame (the
 * console shows what the room sees), and those that the operator named (`ESCALE_EMBED_ORIGINS`).
 */
export function securityHeaders(
  config: Addresses & Pick<Config, 'embedOrigins'>,
  inline: InlineSources,
): RequestHandler[] {
  const { publicUrl, embedOrigins } = config
  const isHttps = publicUrl?.startsWith('https:') ?? false
  return [
    helmet({
      contentSecurityPolicy: false,
      crossOriginOpenerPolicy: isHttps ? { policy: 'same-origin' } : false,
      strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: false } : false,
      referrerPolicy: { policy: 'no-referrer' },
      // It knows no list: where there is one, `frame-ancestors` says it.
      xFrameOptions: embedOrigins.length === 0 && { action: 'sameorigin' },
    }),
    (request, response, next) => {
      const policy = [
        "default-src 'none'",
        `script-src ${["'self'", ...inline.scripts].join(' ')}`,
        `style-src ${["'self'", ...inline.styles].join(' ')}`,
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "media-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        `connect-src ${["'self'", ...socketSources(request.headers.host, config)].join(' ')}`,
        "frame-src 'self'",
        `frame-ancestors ${["'self'", ...embedOrigins].join(' ')}`,
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
  (addresses: Addresses): RequestHandler =>
  (request, _response, next) => {
    const { origin, 'sec-fetch-site': site } = request.headers
    const isSafe = request.method === 'GET' || request.method === 'HEAD'
    const isForeign = (origin !== undefined && !isOriginAllowed(request, addresses)) || !OUR_SITES.has(site)
    next(isSafe || !isForeign ? undefined : new HttpRefusal('unknown-address'))
  }
