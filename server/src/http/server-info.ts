import type { Created, PublicConfig } from '@escale/shared'
import { type Request, type Response, Router } from 'express'
import { addressGroup } from '../auth/address.ts'
import type { HttpDeps } from './deps.ts'
import { deviceAt } from './device.ts'
import { enterByLink } from './entrance.ts'
import { createHealthCheck } from './health.ts'
import { needDisk } from './need-disk.ts'
import { HttpRefusal } from './refusals.ts'
import { throughToll } from './toll.ts'
import { Turns } from './turns.ts'

/** The browser gets its facilitator's place, as with a session that it creates. False: the session or its link is gone. */
async function letIn(
  deps: HttpDeps,
  { session, secret }: Created,
  request: Request,
  response: Response,
): Promise<boolean> {
  const caller = await deps.doorkeeper.caller(request.headers.cookie, session, 'facilitator')
  if (caller.is === 'member') return true
  const live = await deps.sessions.open(session)
  if (live === undefined) return false
  try {
    await enterByLink(deps, live, secret, request, response)
    return true
  } catch (error) {
    if (error instanceof HttpRefusal) return false
    throw error
  }
}

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
    const { version, sourceUrl, accessibilityUrl, contact } = deps.config
    const demo = deps.demos !== undefined
    response.json({ version, demo, sourceUrl, accessibilityUrl, contact } satisfies PublicConfig)
  })

  router.post('/api/demo', needDisk(deps), async (request, response) => {
    const { demos } = deps
    if (demos === undefined) throw new HttpRefusal('not-allowed')
    const browser = deviceAt(deps, request, response)
    await asking.take(browser, async () => {
      // Asked for again, it is the same one: whoever closed the page finds it back.
      const known = await demos.of(browser)
      if (known !== undefined && (await letIn(deps, known, request, response))) {
        response.json(known)
        return
      }
      await demos.end(browser)
      const address = addressGroup(request.ip)
      await throughToll(deps, request, 'create', [address])
      const created = await demos.open(browser, address)
      if (!(await letIn(deps, created, request, response))) throw new HttpRefusal('storage')
      response.status(201).json(created)
    })
  })
  return router
}
