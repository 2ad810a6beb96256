import { Id, limits, type NewPicture } from '@escale/shared'
import express, { Router } from 'express'
import { v7 as uuid } from 'uuid'
import { reencode } from '../pictures/reencode.ts'
import type { HttpDeps } from './deps.ts'
import { guarded } from './guard.ts'
import { granted, HttpRefusal } from './refusals.ts'

/** Pictures of a session: put in by drivers, seen by members. */
export function pictureRoutes(deps: HttpDeps): Router {
  const router = Router()

  router.post(
    '/api/sessions/:session/pictures',
    guarded(deps, 'driver', async ({ live: { host }, request, response }) => {
      if (!(await deps.limits.take('picturesPerSession', host.id))) throw new HttpRefusal('rate-limited')
      // Read only now: bytes of those who have no right here are never taken in.
      const bytes = await rawBody(request, response)
      const picture = granted(await reencode(bytes))
      const id = uuid()
      await deps.store.addFile({ id, session: host.id, ...picture })
      const { width, height } = picture
      response.status(201).json({ picture: id, width, height } satisfies NewPicture)
    }),
  )

  router.get(
    '/api/sessions/:session/pictures/:picture',
    guarded(deps, 'member', async ({ live: { host }, request, response }) => {
      const id = Id.safeParse(request.params['picture'])
      const file = id.success ? await deps.store.getFile(host.id, id.data) : undefined
      if (file === undefined) {
        response.status(404).end()
        return
      }
      response
        .set({
          'content-type': file.mediaType,
          'cache-control': 'private, max-age=31536000, immutable',
          'content-security-policy': "default-src 'none'; sandbox",
        })
        .send(Buffer.from(file.bytes))
    }),
  )
  return router
}

const readRaw = express.raw({ type: () => true, limit: limits.PICTURE_MAX_BYTES })

function rawBody(request: express.Request, response: express.Response): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    readRaw(request, response, (error?: unknown) => {
      const body: unknown = request.body
      if (error !== undefined) reject(error)
      else if (Buffer.isBuffer(body)) resolve(body)
      else reject(new HttpRefusal('invalid'))
    })
  })
}
