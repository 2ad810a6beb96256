import { drives, Id, limits, liveActivity, type Refusal } from '@escale/shared'
import express, { type RequestHandler, Router } from 'express'
import type { Seat } from '../auth/authorize.ts'
import type { Turn } from '../heavy/fair-queue.ts'
import { TOO_LARGE_COUNTS_AS } from '../pictures/picture-limits.ts'
import { UploadGate } from '../pictures/upload-gate.ts'
import type { SessionHost } from '../realtime/session-host.ts'
import type { HttpDeps } from './deps.ts'
import { goneSignal } from './gone.ts'
import { guarded, guardedForReaders } from './guard.ts'
import { needDisk } from './need-disk.ts'
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
  const gate = new UploadGate()

  router.post(
    '/api/sessions/:session/pictures',
    needDisk(deps),
    guarded(deps, 'person', async ({ live: { host }, seat, request, response }) => {
      const refusal = refusalFor(deps, host, seat)
      if (refusal !== undefined) throw new HttpRefusal(refusal)
      const mayYet =
        deps.limits.take('picturesPerPerson', `${host.id}/${seat.id}`) &&
        deps.limits.take('picturesPerSession', host.id)
      if (!mayYet) throw new HttpRefusal('rate-limited')
      const isDriver = drives(seat.role)
      const most = isDriver ? limits.PICTURE_MAX_BYTES : limits.NOTE_PICTURE_MAX_BYTES
      const turn: Turn = { session: host.id, person: seat.id ?? '', first: isDriver }
      const leave = gate.enter({ ...turn, bytes: announcedBytes(request, most) }, isDriver)
      if (leave === undefined) throw new HttpRefusal('busy')
      try {
        // Read only now: bytes of those who have no right here are never taken in.
        const bytes = await rawBody(isDriver ? readLarge : readSmall, request, response)
        const side = isDriver ? {} : { sidePx: limits.NOTE_PICTURE_SIDE_PX }
        const sent = { bytes, ...side, gone: goneSignal(response) }
        const put = await deps.pictures.put(turn, sent)
        // What had to be unpacked or given up to be refused has cost more than most.
        if (!put.ok && put.refusal === 'too-large')
          for (let more = 1; more < TOO_LARGE_COUNTS_AS; more++)
            deps.limits.take('picturesPerPerson', `${host.id}/${seat.id}`)
        response.status(201).json(granted(put))
      } finally {
        leave()
      }
    }),
  )

  router.get(
    '/api/sessions/:session/pictures/:picture',
    guardedForReaders(deps, async ({ live: { host }, request, response }) => {
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

/** What a request says that it will send; one that does not say may send all it may. */
function announcedBytes(request: express.Request, most: number): number {
  const announced = Number(request.get('content-length') ?? most)
  return Number.isFinite(announced) ? Math.min(announced, most) : most
}

/** As it is on the line: nothing that is packed becomes larger than what was counted. */
const readUpTo = (bytes: number) => express.raw({ type: () => true, limit: bytes, inflate: false })
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
