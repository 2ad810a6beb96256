import compression from 'compression'
import express, { type Express, type RequestHandler } from 'express'
import type { Log } from '../observability/log.ts'
import { clientFiles, inlineSourcesOf, pageIn } from './client-files.ts'
import { deletionRoutes } from './deletion.ts'
import type { HttpDeps } from './deps.ts'
import { deviceRoutes } from './device.ts'
import { doorRoutes } from './door.ts'
import { entranceRoutes } from './entrance.ts'
import { erasureRoutes } from './erasure.ts'
import { harvestRoutes } from './harvest.ts'
import { keyRoutes } from './keys.ts'
import { linkRoutes } from './links.ts'
import { pictureRoutes } from './pictures.ts'
import { proposalRoutes } from './proposals.ts'
import { readingLinkRoutes } from './reading-link.ts'
import { answerErrors, HttpRefusal } from './refusals.ts'
import { knownHosts, sameOrigin, securityHeaders } from './security.ts'
import { serverInfoRoutes } from './server-info.ts'
import { sessionRoutes } from './sessions.ts'
import { workshopRoutes } from './workshop.ts'

/** Bodies other than workshop files (sessions.ts) and pictures (pictures.ts). None comes packed: it would unpack to many times its size. */
const BODY_MAX_BYTES = 32 * 1024

/** One line per request to the interface: the route, never the path, which names a session. */
const logRequests =
  (log: Log): RequestHandler =>
  (request, response, next) => {
    const began = performance.now()
    response.on('finish', () => {
      const route = (request.route as { path?: string } | undefined)?.path ?? null
      const ms = Math.round(performance.now() - began)
      log.debug({ method: request.method, route, status: response.statusCode, ms }, 'request')
    })
    next()
  }

/** The whole HTTP interface (docs/spec/protocol.md). */
export function createHttp(deps: HttpDeps): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', deps.config.trustProxy)
  const { clientFolder, basePath } = deps.config
  const page = clientFolder === null ? '' : pageIn(clientFolder, basePath)
  app.use(...securityHeaders(deps.config, inlineSourcesOf(page)))
  app.use(knownHosts(deps.config, deps.log), compression())
  app.use('/api', logRequests(deps.log), sameOrigin(deps.config))
  // Reads its own bodies: a workshop file is larger than everything else.
  app.use(sessionRoutes(deps))
  app.use('/api', express.json({ limit: BODY_MAX_BYTES, inflate: false, type: 'application/json' }))
  app.use(serverInfoRoutes(deps), deviceRoutes(deps), doorRoutes(deps), entranceRoutes(deps))
  app.use(
    linkRoutes(deps),
    keyRoutes(deps),
    workshopRoutes(deps),
    pictureRoutes(deps),
    harvestRoutes(deps),
    readingLinkRoutes(deps),
  )
  app.use(proposalRoutes(deps), deletionRoutes(deps), erasureRoutes(deps))
  app.use('/api', () => {
    throw new HttpRefusal('unknown-session')
  })
  if (clientFolder !== null) app.use(clientFiles(clientFolder, page))
  app.use(answerErrors(deps.log))
  return app
}
