import type { PublicConfig } from '@escale/shared'
import { Router } from 'express'
import { addressGroup } from '../auth/address.ts'
import type { HttpDeps } from './deps.ts'
import { createHealthCheck } from './health.ts'
import { HttpRefusal } from './refusals.ts'
import { throughToll } from './toll.ts'

/** Health, what the first page needs to know, and the demonstration. */
export function serverInfoRoutes(deps: HttpDeps): Router {
  const router = Router()

  const { store, log } = deps
  const look = createHealthCheck({ store, log, folder: deps.config.dataFolder })
  router.get('/api/health', async (_request, response) => {
    const health = await look()
    response
      .status(health.ok ? 200 : 503)
      .set('cache-control', 'no-store')
      .json(health)
  })

  router.get('/api/config', (_request, response) => {
    const { version, sourceUrl } = deps.config
    response.json({ version, demo: deps.startDemo !== undefined, sourceUrl } satisfies PublicConfig)
  })

  router.post('/api/demo', async (request, response) => {
    if (deps.startDemo === undefined) throw new HttpRefusal('not-allowed')
    await throughToll(deps, request, 'create', [addressGroup(request.ip)])
    response.status(201).json(await deps.startDemo())
  })
  return router
}
