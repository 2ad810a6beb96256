import {
  findPerson,
  Id,
  type KeyLine,
  type Keyring,
  type NewKey,
  RenewKey,
  type Viewer,
} from '@escale/shared'
import { Router } from 'express'
import { authorize } from '../auth/authorize.ts'
import { asOf, devicesIn, renewed } from '../auth/cookies.ts'
import { mintLink, placeKey } from '../auth/doorkeeper.ts'
import type { LiveSession } from '../realtime/live-session.ts'
import type { KeyRow } from '../store/store.ts'
import type { HttpDeps } from './deps.ts'
import { giveDevice } from './device.ts'
import { type Admitted, bodyOf, guarded } from './guard.ts'
import { HttpRefusal } from './refusals.ts'

/** What the other tabs of a browser wait before they come back with its new secret, which is on its way to it. */
const COME_BACK_MS = 1_000
const LEFT = { reason: 'left', retryInMs: null } as const
const MINUTE_MS = 60_000

/** Whose a key is, by what they are in the session now; undefined: somebody whom the session does not know, as readers. */
function ownerOf({ host: { state } }: LiveSession, { person, role }: KeyRow): Viewer | undefined {
  if (role === 'reader') return undefined
  if (person === null) return { id: null, role: 'screen' }
  return findPerson(state, person)
}

/** The keys that a driver sees and may end: of those who drive and of screens. */
async function keysFor({ store }: HttpDeps, { live, seat }: Admitted): Promise<KeyRow[]> {
  const caller = { is: 'member', seat } as const
  const all = await store.listKeys(live.host.id, {})
  return all.filter((key) => {
    const owner = ownerOf(live, key)
    return owner !== undefined && authorize(caller, { type: 'key', owner }) === null
  })
}

/** Renewing, seeing, ending and giving back keys (docs/spec/access.md). */
export function keyRoutes(deps: HttpDeps): Router {
  const { store, clock, doorkeeper } = deps
  const router = Router()
  const heldBy = ({ request, live: { host } }: Admitted) => doorkeeper.keysOf(request.headers.cookie, host.id)

  // The places stay under the old secret as well until they are ended (`alone`): an answer that is lost shuts nobody out.
  router.post(
    '/api/sessions/:session/device',
    guarded(deps, 'member', async (admitted) => {
      const { live, seat, request, response } = admitted
      const devices = renewed(devicesIn(request.headers.cookie))
      const [device = ''] = devices
      const held = new Map((await heldBy(admitted)).toReversed().map((key) => [asOf(key.role), key]))
      const add = [...held.values()].map((key) => ({
        ...placeKey(key, device, key.createdAt),
        device: key.device,
        usedAt: key.usedAt,
      }))
      await store.changeKeys(live.host.id, { by: seat.key, add })
      giveDevice(deps, request, response, devices)
      response.status(204).end()
    }),
  )

  router.post(
    '/api/sessions/:session/key',
    guarded(deps, 'person', async (admitted) => {
      const { live, seat, request, response } = admitted
      const { id: person, role } = seat
      if (person === null) throw new HttpRefusal('not-allowed')
      const { alone = false } = bodyOf(RenewKey, request)
      const session = live.host.id
      const { secret, row } = mintLink({ session, person, role }, clock.now())
      const by = seat.key
      if (alone) {
        const newest = new Set<string>()
        const before: string[] = []
        for (const key of await heldBy(admitted)) {
          const as = asOf(key.role)
          if (newest.has(as)) before.push(key.id)
          newest.add(as)
        }
        const end = [{ person, except: by }, ...before.map((id) => ({ id }))]
        const ended = await store.changeKeys(session, { by, end, add: [row] })
        // Whoever holds a copy of the old cookie is told the same, and comes back in vain.
        live.revoke(before, { reason: 'revoked', retryInMs: COME_BACK_MS })
        live.revoke(ended)
      } else await store.changeKeys(session, { by, end: [{ person, kind: 'link' }], add: [row] })
      response.set('cache-control', 'no-store').json({ secret } satisfies NewKey)
    }),
  )

  router.get(
    '/api/sessions/:session/keys',
    guarded(deps, 'driver', async (admitted) => {
      const held = new Set((await heldBy(admitted)).map((key) => key.id))
      const keys = (await keysFor(deps, admitted)).map(
        ({ id, person, kind, device, createdAt, usedAt }): KeyLine => ({
          id,
          person,
          kind: kind === 'link' ? 'link' : 'device',
          device,
          since: createdAt,
          usedAt: usedAt === null ? null : Math.floor(usedAt / MINUTE_MS) * MINUTE_MS,
          here: admitted.live.isHere(id),
          own: held.has(id),
        }),
      )
      admitted.response.set('cache-control', 'no-store').json({ keys } satisfies Keyring)
    }),
  )

  router.delete(
    '/api/sessions/:session/keys/:key',
    guarded(deps, 'driver', async (admitted) => {
      const { live, seat, request, response } = admitted
      const id = Id.safeParse(request.params['key']).data
      const isMine = (await keysFor(deps, admitted)).some((key) => key.id === id)
      // One that is gone already is ended, as was asked.
      const [key] = id === undefined ? [] : await store.listKeys(live.host.id, { id })
      if (key !== undefined && !isMine) throw new HttpRefusal('not-allowed')
      if (key !== undefined)
        live.revoke(await store.changeKeys(live.host.id, { by: seat.key, end: [{ id: key.id }] }))
      response.status(204).end()
    }),
  )

  router.post(
    '/api/sessions/:session/leave',
    guarded(deps, 'member', async (admitted) => {
      const { live, seat, response } = admitted
      const held = (await heldBy(admitted)).filter((key) => asOf(key.role) === asOf(seat.role))
      const end = held.map((key) => ({ id: key.id }))
      live.revoke(await store.changeKeys(live.host.id, { by: seat.key, end }), LEFT)
      response.status(204).end()
    }),
  )
  return router
}
