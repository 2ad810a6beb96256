import { dayIn, drives, type HarvestPage, Id, timeZoneOf } from '@escale/shared'
import { type Request, type Response, Router } from 'express'
import * as z from 'zod/mini'
import { addressGroup } from '../auth/address.ts'
import { type Asker, ExportDesk, TooOftenError, type View } from '../exports/export-desk.ts'
import { harvestFileName, nameInPlan } from '../exports/file-name.ts'
import { exporters } from '../exports/registry.ts'
import { HeavyError, type HeavyFault } from '../heavy/helper-process.ts'
import type { Gathered } from '../heavy/jobs.ts'
import type { HttpDeps } from './deps.ts'
import { goneSignal } from './gone.ts'
import { guardedForReaders, type Reader } from './guard.ts'
import { HttpRefusal, parsed } from './refusals.ts'

/** A larger file is sent as it is: to compress it for forty people would keep the processor from those who write. */
const COMPRESSED_MAX_BYTES = 1024 * 1024

const Query = z.object({
  names: z.optional(z.literal('1')),
  activity: z.optional(Id),
  shape: z.optional(z.enum(['slide', 'poster'])),
  as: z.optional(z.string()),
})

/** What the reader is told when a récolte or a file was not made; undefined: nobody is there to be told. */
const REFUSED = {
  busy: 'busy',
  'too-large': 'too-large',
  'too-long': 'too-large',
  failed: 'busy',
  gone: undefined,
} as const satisfies Record<HeavyFault, unknown>

/** The récolte of a session, for its page and as files. Drivers always; the others once it is shared. */
export function harvestRoutes(deps: HttpDeps): Router {
  const router = Router()
  const desk = new ExportDesk(deps.store, deps.documents, deps.exportLane)

  /** What this reader asks for, as far as they may see it. @throws HttpRefusal */
  function asked({ live: { host }, seat, request, response }: Reader) {
    const query = parsed(Query, request.query)
    const { state, identities } = host
    const isDriver = seat !== null && drives(seat.role)
    const shared = state.workshop.settings.harvestShared
    // Whoever has no seat was let in to read.
    if (seat !== null && !isDriver && !shared) throw new HttpRefusal('not-now')
    if (!isDriver && query.names !== undefined) throw new HttpRefusal('not-allowed')
    const activity = query.activity ?? null
    if (activity !== null && !state.workshop.plan.some(({ id }) => id === activity))
      throw new HttpRefusal('unknown-activity')
    const person = seat === null ? `reader ${addressGroup(request.ip)}` : (seat.id ?? 'screen')
    const asker: Asker = {
      person,
      isDriver,
      gone: goneSignal(response),
      mayHaveMore: () => deps.limits.take('exportsPerPerson', `${host.id}/${person}`),
    }
    const view: View = {
      session: host.id,
      state,
      identities,
      now: deps.clock.now(),
      reader: isDriver ? 'driver' : 'other',
      names: query.names !== undefined,
      activity,
    }
    return { view, asker, query, shared, isDriver }
  }

  router.get(
    '/api/sessions/:session/harvest',
    guardedForReaders(deps, (admitted) =>
      madeFor(deps, admitted.response, async () => {
        const { view, asker, shared, isDriver } = asked(admitted)
        sendPage(admitted, await desk.harvest(view, asker), {
          shared,
          mayName: isDriver,
          timeZone: timeZoneOf(view.state.workshop.settings),
        })
      }),
    ),
  )

  router.get(
    '/api/sessions/:session/harvest/:format',
    guardedForReaders(deps, (admitted) =>
      madeFor(deps, admitted.response, async () => {
        const exporter = exporters.find(({ id }) => id === admitted.request.params['format'])
        if (exporter === undefined) throw new HttpRefusal('invalid')
        const { view, asker, query } = asked(admitted)
        const gathered = await desk.harvest(view, asker)
        const { shape = 'slide' } = query
        const day = dayIn(timeZoneOf(view.state.workshop.settings), gathered.sessionAt)
        const file = await desk.file(view.session, gathered, exporter, { shape, day }, asker)
        const { settings, plan } = view.state.workshop
        const called = harvestFileName({
          ...{ language: settings.language, day, title: gathered.title, use: exporter.use, shape },
          alone: view.activity === null ? null : nameInPlan(plan, view.activity),
          names: view.names,
        })
        const transform = file.byteLength > COMPRESSED_MAX_BYTES ? ', no-transform' : ''
        admitted.response
          .set({
            'cache-control': `private, no-store${transform}`,
            'content-security-policy': "default-src 'none'; sandbox",
            'content-length': String(file.byteLength),
          })
          .attachment(`${called}.${exporter.extension}`)
          .type(exporter.mime)
          // Not `send`, which would read it all to make a tag of it.
          .end(bufferOf(file))
      }),
    ),
  )
  return router
}

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Answers with a refusal what could not be made. */
async function madeFor(
  { log }: Pick<HttpDeps, 'log'>,
  response: Response,
  answer: () => Promise<void>,
): Promise<void> {
  try {
    await answer()
  } catch (error) {
    if (error instanceof TooOftenError) throw new HttpRefusal('rate-limited')
    if (!(error instanceof HeavyError)) throw error
    if (error.fault === 'failed') log.error({ err: error }, 'a récolte could not be made')
    const refusal = REFUSED[error.fault]
    if (refusal !== undefined) throw new HttpRefusal(refusal)
    response.destroy()
  }
}

const FORMATS = exporters.map(({ id, extension, words, use, onlyOurLetters }) => ({
  ...{ id, extension, words, use, onlyOurLetters },
}))

/** The page's data. The récolte is JSON already: it is put into it as it is. */
function sendPage(
  { request, response }: { readonly request: Request; readonly response: Response },
  { digest, json, undrawn }: Gathered,
  { shared, mayName, timeZone }: Pick<HarvestPage, 'shared' | 'mayName' | 'timeZone'>,
): void {
  const rest: Omit<HarvestPage, 'harvest'> = { formats: FORMATS, shared, mayName, undrawn, timeZone }
  response.set({ 'cache-control': 'private, no-cache', etag: `"${digest}${shared ? '+' : '-'}${timeZone}"` })
  if (request.fresh) {
    response.status(304).end()
    return
  }
  response.type('json')
  response.end(
    Buffer.concat([
      Buffer.from('{"harvest":'),
      bufferOf(json),
      Buffer.from(`,${JSON.stringify(rest).slice(1)}`),
    ]),
  )
}
