import { drives, Id, limits, liveActivity, type Refusal } from '@escale/shared'
import express, { type RequestHandler, Router } from 'express'
import type { Seat } from '../auth/authorize.ts'
import type { SessionHost } from '../realtime/session-host.ts'
import type { HttpDeps } from './deps.ts'
import { guarded } from './guard.ts'
import { granted, HttpRefusal } from './refusals.ts'

/** Why this member may not send a picture now; undefined: they may. Who drives always may. */
function refusalFor({ kinds, clock }: HttpDeps, { state }: SessionHost, seat: Seat): Refusal | undefined {
  if (drives(seat.role)) return undefined
  const isRunning = state.status === 'running' && state.current !== null
  const live = isRunning ? liveActivity(kinds, state, state.current, clock.now()) : undefined
  return live?.kind.takesPictures(live.state, { ...live.moment, actor: seat }) ? undefined : 'not-now'
}

/** Pictures of a session: put in by drivers, and by participants where notes are taken now; seen by members. */
export function pictureRoutes(deps: HttpDeps): Router {
  const router = Router()

  router.post(
    '/api/sessions/:session/pictures',
    guarded(deps, 'person', async ({ live: { host }, seat, request, response }) => {
      const refusal = refusalFor(deps, host, seat)
      if (refusal !== undefined) throw new HttpRefusal(refusal)
      const mayYet =
        deps.limits.take('picturesPerPerson', `${host.id}/${seat.id}`) &&
        deps.limits.take('picturesPerSession', host.id)
      if (!mayYet) throw new HttpRefusal('rate-limited')
      // Read only now: bytes of those who have no right here are never taken in.
      const isDriver = drives(seat.role)
      const bytes = await rawBody(isDriver ? readLarge : readSmall, request, response)
      const side = isDriver ? undefined : limits.NOTE_PICTURE_SIDE_PX
      response.status(201).json(granted(await deps.pictures.put(host.id, bytes, side)))
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

const readUpTo = (bytes: number) => express.raw({ type: () => true, limit: bytes })
const readLarge = readUpTo(limits.PICTURE_MAX_BYTES)
const readSmall = readUpTo(limits.NOTE_PICTURE_MAX_BYTES)

function rawBody(
  read: RequestHandler,
  request: express.Request,
  response: express.Response,
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    read(request, response, (error?: unknown) => {
      const body: unknown = request.body
      if (error !== undefined) reject(error)
      else if (Buffer.isBuffer(body)) resolve(body)
      else reject(new HttpRefusal('invalid'))
    })
  })
}
