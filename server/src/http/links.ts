import { type ConsoleInfo, MakeLink, type NewLink, RevokeLinks } from '@escale/shared'
import { Router } from 'express'
import { v7 as uuid } from 'uuid'
import { mintKey } from '../auth/doorkeeper.ts'
import { tidyIdentity } from '../realtime/identity-rules.ts'
import type { HttpDeps } from './deps.ts'
import { bodyOf, guarded } from './guard.ts'
import { granted } from './refusals.ts'

/** Links: for co-facilitators and screens, one's own, and the code for everybody. */
export function linkRoutes(deps: HttpDeps): Router {
  const router = Router()

  router.post(
    '/api/sessions/:session/links',
    guarded(deps, 'driver', async ({ live: { host }, request, response }) => {
      const wish = bodyOf(MakeLink, request)
      const person = wish.role === 'screen' ? null : uuid()
      const { secret, row } = mintKey(host.id, person, wish.role, 'link', deps.clock.now())
      if (wish.role === 'screen' || person === null) await deps.store.addKeys([row])
      else
        granted(
          await host.system(
            { type: 'joined', person, role: wish.role },
            { identity: { person, set: tidyIdentity(wish.identity) }, keys: [row] },
          ),
        )
      response.status(201).json({ secret, person } satisfies NewLink)
    }),
  )

  // Ends all links of a role and what they opened. A co-facilitator's ends by removing the person.
  router.delete(
    '/api/sessions/:session/links',
    guarded(deps, 'driver', async ({ live, request, response }) => {
      const { role } = bodyOf(RevokeLinks, request)
      live.revoke(await deps.store.revokeKeys(live.host.id, { role }))
      response.status(204).end()
    }),
  )

  router.get(
    '/api/sessions/:session/key',
    guarded(deps, 'person', async ({ live: { host }, seat, response }) => {
      const { id: person } = seat
      if (person === null) return
      await deps.store.revokeKeys(host.id, { person, kind: 'link' })
      const { secret, row } = mintKey(host.id, person, seat.role, 'link', deps.clock.now())
      await deps.store.addKeys([row])
      response.set('cache-control', 'no-store').json({ secret })
    }),
  )

  router.get(
    '/api/sessions/:session/console',
    guarded(deps, 'member', ({ live: { host }, response }) => {
      response.json({ code: host.code } satisfies ConsoleInfo)
    }),
  )
  return router
}
