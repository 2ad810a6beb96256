import { type DeletedSession, DeleteSession, Id, limits } from '@escale/shared'
import { type Request, Router } from 'express'
import type { HttpDeps } from './deps.ts'
import { bodyOf, guarded } from './guard.ts'
import { granted, HttpRefusal } from './refusals.ts'

/** Deleting a session, and bringing it back: its facilitator's alone (docs/spec/retention.md, E5). */
export function deletionRoutes(deps: HttpDeps): Router {
  const router = Router()

  router.delete(
    '/api/sessions/:session',
    guarded(deps, 'facilitator', async ({ live: { host }, request, response }) => {
      bodyOf(DeleteSession, request)
      const deletedAt = deps.clock.now()
      const { title, language } = host.state.workshop.settings
      await deps.store.setDeleted(host.id, deletedAt)
      await deps.sessions.end(host.id, 'deleted')
      await deps.documents.drop(host.id)
      response.json({
        title,
        language,
        deletedAt,
        goneAt: deletedAt + limits.DELETED_KEPT_MS,
      } satisfies DeletedSession)
    }),
  )

  router.get('/api/sessions/:session/deletion', async (request, response) => {
    const session = await deletedIn(request)
    response.json(granted(await deps.deleted.find(session, request.headers.cookie)))
  })

  router.post('/api/sessions/:session/restore', async (request, response) => {
    const session = await deletedIn(request)
    response.json(granted(await deps.deleted.restore(session, request.headers.cookie)))
  })

  /** @throws HttpRefusal for a session that is not deleted: its facilitator is told so, and nobody else anything. */
  async function deletedIn(request: Request): Promise<string> {
    const id = Id.safeParse(request.params['session'])
    if (!id.success) throw new HttpRefusal('unknown-session')
    if ((await deps.sessions.open(id.data)) === undefined) return id.data
    const callers = await deps.doorkeeper.callers(request.headers.cookie, id.data)
    const isFacilitator = callers.some((c) => c.is === 'member' && c.seat.role === 'facilitator')
    throw new HttpRefusal(isFacilitator ? 'not-now' : 'not-allowed')
  }
  return router
}
