import { createHash } from 'node:crypto'
import { drives, type Harvest, type HarvestPage, Id } from '@escale/shared'
import { Router } from 'express'
import * as z from 'zod/mini'
import { gatherHarvest } from '../exports/gather.ts'
import { exporters } from '../exports/registry.ts'
import { ShortMemory } from '../exports/short-memory.ts'
import type { HttpDeps } from './deps.ts'
import { type Admitted, guarded } from './guard.ts'
import { HttpRefusal, parsed } from './refusals.ts'
import { fileName } from './workshop.ts'

/** How old a harvest may be that somebody gets, ms: a whole group asks for it at once. */
const HARVEST_AGE_MS = 1_000
const HARVESTS_KEPT = 50
/** A file stays the right one as long as the harvest is the same; pictures take seconds to draw. */
const FILE_AGE_MS = 10 * 60_000
const FILES_KEPT = 8

const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

const Query = z.object({
  names: z.optional(z.literal('1')),
  activity: z.optional(Id),
  shape: z.optional(z.enum(['slide', 'poster'])),
  /** IANA name of the reader's time zone, for the date. */
  zone: z.optional(z.string().check(z.maxLength(60), z.refine(isTimeZone))),
  as: z.optional(z.string()),
})

/** What a harvest says, whenever it was made. */
const digest = (harvest: Harvest): string =>
  createHash('sha256')
    .update(JSON.stringify({ ...harvest, madeAt: 0 }))
    .digest('base64url')

/** The récolte of a session, for its page and as files. Drivers always; the others once it is shared. */
export function harvestRoutes(deps: HttpDeps): Router {
  const router = Router()
  const harvests = new ShortMemory<Harvest>(HARVEST_AGE_MS, HARVESTS_KEPT)
  const files = new ShortMemory<Uint8Array | string>(FILE_AGE_MS, FILES_KEPT)

  /** The harvest as this reader may see it. @throws HttpRefusal */
  async function harvestFor({ live: { host }, seat, request }: Admitted) {
    const query = parsed(Query, request.query)
    const { state, identities } = host
    const isDriver = drives(seat.role)
    const shared = state.workshop.settings.harvestShared
    if (!isDriver && !shared) throw new HttpRefusal('not-now')
    if (!isDriver && query.names !== undefined) throw new HttpRefusal('not-allowed')
    const activity = query.activity ?? null
    if (activity !== null && !state.workshop.plan.some(({ id }) => id === activity))
      throw new HttpRefusal('unknown-activity')
    const reader = isDriver ? 'driver' : 'other'
    const names = query.names !== undefined
    const harvest = await harvests.get(JSON.stringify([host.id, state.seq, reader, names, activity]), () =>
      gatherHarvest(deps.store, host.id, {
        kinds: deps.kinds,
        state,
        identities,
        now: deps.clock.now(),
        reader,
        names,
        activity,
      }),
    )
    return { harvest, query, shared, isDriver }
  }

  router.get(
    '/api/sessions/:session/harvest',
    guarded(deps, 'member', async (admitted) => {
      const { harvest, shared, isDriver } = await harvestFor(admitted)
      const formats = exporters.map(({ id, extension, words, use }) => ({ id, extension, words, use }))
      const page: HarvestPage = { harvest, formats, shared, mayName: isDriver }
      admitted.response
        .set({ 'cache-control': 'private, no-cache', etag: `"${digest(harvest)}${shared ? '+' : '-'}"` })
        .json(page)
    }),
  )

  router.get(
    '/api/sessions/:session/harvest/:format',
    guarded(deps, 'member', async (admitted) => {
      const exporter = exporters.find(({ id }) => id === admitted.request.params['format'])
      if (exporter === undefined) throw new HttpRefusal('invalid')
      const { harvest, query } = await harvestFor(admitted)
      const { shape = 'slide', zone: timeZone = 'UTC' } = query
      const session = admitted.live.host.id
      const file = await files.get(
        JSON.stringify([session, exporter.id, shape, timeZone, digest(harvest)]),
        () =>
          exporter.render(harvest, {
            shape,
            timeZone,
            pictures: (id) => deps.store.getFile(session, id),
          }),
      )
      const day = new Date(harvest.sessionAt).toISOString().slice(0, 10)
      admitted.response
        .set({
          'cache-control': 'private, no-store',
          'content-security-policy': "default-src 'none'; sandbox",
        })
        .attachment(`${fileName(`recolte ${day} ${harvest.title}`, 'recolte')}.${exporter.extension}`)
        .type(exporter.mime)
        .send(typeof file === 'string' ? file : Buffer.from(file.buffer, file.byteOffset, file.byteLength))
    }),
  )
  return router
}
