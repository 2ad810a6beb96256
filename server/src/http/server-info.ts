import type { PublicConfig } from '@escale/shared'
import { Router } from 'express'
import { addressGroup } from '../auth/address.ts'
import type { HttpDeps } from './deps.ts'
import { deviceAt } from './device.ts'
import { createHealthCheck } from './health.ts'
import { needDisk } from './need-disk.ts'
import { HttpRefusal } from './refusals.ts'
import { throughToll } from './toll.ts'
import { Turns } from './turns.ts'

/** Health, what the first page needs to know, and the demonstration. */
export function serverInfoRoutes(deps: HttpDeps): Router {
  const router = Router()

  const asking = new Turns()
  const { store, log, disk } = deps
  const look = createHealthCheck({ store, log, disk })
  router.get('/api/health', async (_request, response) => {
    const health = await look()
    response
      .status(health.ok ? 200 : 503)
      .set('cache-control', 'no-store')
      .json(health)
  })

  router.get('/api/config', (_request, response) => {
    const { version, sourceUrl } = deps.config
    response.json({ version, demo: deps.demos !== undefined, sourceUrl } satisfies PublicConfig)
  })

  router.post('/api/demo', needDisk(deps), async (request, response) => {
    const { demos } = deps
    if (demos === undefined) throw new HttpRefusal('not-allowed')
    const browser = deviceAt(deps, request, response)
    await asking.take(browser, async () => {
      // Asked for again, it is the same one: whoever closed the page finds it back.
      const known = await demos.of(browser)
      if (known !== undefined) {
        response.json(known)
        return
      }
      const address = addressGroup(request.ip)
      await throughToll(deps, request, 'create', [address])
      response.status(201).json(await demos.open(browser, address))
    })
  })
  return router
}
