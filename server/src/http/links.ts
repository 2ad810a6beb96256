import { type ConsoleInfo, MakeLink, type NewLink, RevokeLinks } from '@escale/shared'
import { Router } from 'express'
import { v7 as uuid } from 'uuid'
import { mintLink } from '../auth/doorkeeper.ts'
import { tidyIdentity } from '../realtime/identity-rules.ts'
import type { HttpDeps } from './deps.ts'
import { bodyOf, guarded } from './guard.ts'
import { granted } from './refusals.ts'

/** Links: for co-facilitators and screens, one's own, and the code for everybody. */
export function linkRoutes(deps: HttpDeps): Router {
  const router = Router()

  router.post(
    '/api/sessions/:session/links',
    guarded(deps, 'driver', async ({ live, seat, request, response }) => {
      const { host } = live
      const wish = bodyOf(MakeLink, request)
      const person = wish.role === 'screen' ? null : uuid()
      const place = { session: host.id, person, role: wish.role }
      const { secret, row } = mintLink(place, deps.clock.now())
      if (wish.role === 'screen' || person === null)
        await deps.store.changeKeys(host.id, { by: seat.key, add: [row] })
      else
        granted(
          await host.system(
            { type: 'joined', person, role: wish.role },
            {
              identity: { person, set: tidyIdentity(wish.identity) },
              keys: [row],
              unless: () => (live.isRevoked(seat.key) ? 'not-allowed' : null),
            },
          ),
        )
      response.status(201).json({ secret, person } satisfies NewLink)
    }),
  )

  // Ends all links of a role and what they opened. A co-facilitator's ends by removing the person.
  router.delete(
    '/api/sessions/:session/links',
    guarded(deps, 'driver', async ({ live, seat, request, response }) => {
      const { role } = bodyOf(RevokeLinks, request)
      live.revoke(await deps.store.changeKeys(live.host.id, { by: seat.key, end: { role } }))
      response.status(204).end()
    }),
  )

  router.get(
    '/api/sessions/:session/key',
    guarded(deps, 'person', async ({ live: { host }, seat, response }) => {
      const { id: person } = seat
      if (person === null) return
      const { secret, row } = mintLink({ session: host.id, person, role: seat.role }, deps.clock.now())
      await deps.store.changeKeys(host.id, { by: seat.key, end: { person, kind: 'link' }, add: [row] })
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
