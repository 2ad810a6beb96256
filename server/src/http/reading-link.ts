import { DAY_MS, MakeReadingLink, type NewReadingLink, type ReadingLink } from '@escale/shared'
import { Router } from 'express'
import { mintLink } from '../auth/doorkeeper.ts'
import type { HttpDeps } from './deps.ts'
import { bodyOf, guarded } from './guard.ts'

const READERS = { role: 'reader' } as const

/** The link to read a récolte: one of a session; who came by it goes when it ends (docs/spec/access.md, A9). */
export function readingLinkRoutes(deps: HttpDeps): Router {
  const { store, clock } = deps
  const router = Router()
  const path = '/api/sessions/:session/reading-link'

  router.get(
    path,
    guarded(deps, 'driver', async ({ live: { host }, response }) => {
      const [link] = await store.listKeys(host.id, { ...READERS, kind: 'link' })
      const until = link?.until !== undefined && link.until > clock.now() ? link.until : null
      response.set('cache-control', 'no-store').json({ until } satisfies ReadingLink)
    }),
  )

  router.post(
    path,
    guarded(deps, 'driver', async ({ live: { host }, seat, request, response }) => {
      const { days } = bodyOf(MakeReadingLink, request)
      const now = clock.now()
      const until = now + days * DAY_MS
      const { secret, row } = mintLink({ session: host.id, person: null, role: 'reader', until }, now)
      await store.changeKeys(host.id, { by: seat.key, end: [READERS], add: [row] })
      response.status(201).json({ secret, until } satisfies NewReadingLink)
    }),
  )

  router.delete(
    path,
    guarded(deps, 'driver', async ({ live: { host }, seat, response }) => {
      await store.changeKeys(host.id, { by: seat.key, end: [READERS] })
      response.status(204).end()
    }),
  )
  return router
}
