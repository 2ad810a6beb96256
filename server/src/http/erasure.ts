import { ErasePerson } from '@escale/shared'
import { Router } from 'express'
import type { HttpDeps } from './deps.ts'
import { bodyOf, guarded } from './guard.ts'
import { granted, HttpRefusal } from './refusals.ts'

/** Erasing a person: everybody may erase themselves, the facilitator anybody else (docs/spec/retention.md, E10). */
export function erasureRoutes(deps: HttpDeps): Router {
  const router = Router()
  router.post(
    '/api/sessions/:session/erase',
    guarded(deps, 'person', async ({ live, seat, request, response }) => {
      const { person, signed } = bodyOf(ErasePerson, request)
      if (seat.id !== person && seat.role !== 'facilitator') throw new HttpRefusal('not-allowed')
      granted(await deps.eraser.erase(live, person, signed))
      response.status(204).end()
    }),
  )
  return router
}
