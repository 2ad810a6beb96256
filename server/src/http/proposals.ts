import { type KindId, liveActivity } from '@escale/shared'
import { Router } from 'express'
import { proposals } from '../activities/registry.ts'
import type { HttpDeps } from './deps.ts'
import { guarded } from './guard.ts'
import { granted, HttpRefusal } from './refusals.ts'

/** POST …/activities/:activity/proposal: what a kind works out for a driver. It is told to nobody else, and changes nothing. */
export function proposalRoutes(deps: HttpDeps): Router {
  const router = Router()
  const working = new Set<string>()
  router.post(
    '/api/sessions/:session/activities/:activity/proposal',
    guarded(deps, 'driver', async ({ live: { host }, request, response }) => {
      const { state } = host
      if (state.status === 'ended') throw new HttpRefusal('ended')
      const activity = String(request.params['activity'])
      const found = liveActivity(deps.kinds, state, activity, deps.clock.now())
      if (found === undefined) throw new HttpRefusal('unknown-activity')
      const proposer = proposals[found.kind.id as KindId]
      if (proposer === undefined) throw new HttpRefusal('invalid')
      if (!deps.limits.take('proposalsPerSession', host.id)) throw new HttpRefusal('rate-limited')
      // One at a time of each session: they are worked out in turns, and others' come between.
      if (working.has(host.id)) throw new HttpRefusal('busy')
      working.add(host.id)
      const proposal = await proposer
        .propose(request.body as unknown, {
          definition: found.moment.definition,
          state: found.state,
          language: state.workshop.settings.language,
          documents: { read: (name) => deps.documents.read(host.id, activity, name) },
        })
        .finally(() => working.delete(host.id))
      response.set('cache-control', 'no-store').json(granted(proposal))
    }),
  )
  return router
}
