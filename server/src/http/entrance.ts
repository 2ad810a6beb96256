import type { Identity } from '@escale/shared'
import {
  Enter,
  type Entered,
  findPerson,
  isBlank,
  Join,
  type Joined,
  type Outcome,
  type PersonId,
  refuse,
  type SessionState,
} from '@escale/shared'
import { type Request, type Response, Router } from 'express'
import { v7 as uuid } from 'uuid'
import { addressGroup } from '../auth/address.ts'
import { asOf } from '../auth/cookies.ts'
import { mintLink, placeKey } from '../auth/doorkeeper.ts'
import { hashSecret } from '../auth/secrets.ts'
import { participantIdentity } from '../realtime/identity-rules.ts'
import type { LiveSession } from '../realtime/live-session.ts'
import type { HttpDeps } from './deps.ts'
import { deviceAt } from './device.ts'
import { bodyOf, sessionOf } from './guard.ts'
import { Joins } from './joins.ts'
import { granted, HttpRefusal } from './refusals.ts'
import { throughToll } from './toll.ts'
import { Turns } from './turns.ts'

type Wish = ReturnType<typeof Join.parse>
const NOBODY: Identity = { name: '', organisation: '', territory: '' }

/** How somebody presents themselves, by the mode they chose among those that the workshop allows. */
function identityOf({ workshop }: SessionState, { mode, identity }: Wish): Outcome<Identity> {
  if (!workshop.settings.identity.includes(mode)) return refuse('invalid')
  if (mode !== 'anonymous' && isBlank(identity.name)) return refuse('invalid')
  return participantIdentity(workshop.settings, mode === 'anonymous' ? NOBODY : identity)
}

/**
 * Gives the browser that asks the place of a personal link; whatever place of that kind it held in the session ends.
 * @throws HttpRefusal `not-allowed`, `removed`, `rate-limited` after too many wrong ones
 */
export async function enterByLink(
  deps: HttpDeps,
  live: LiveSession,
  secret: string,
  request: Request,
  response: Response,
): Promise<Entered> {
  const { id: session } = live.host
  const key = await deps.store.findKey(hashSecret(secret))
  const caller =
    key?.kind === 'link' && key.session === session ? await deps.doorkeeper.seatOf(key) : undefined
  if (caller?.is === 'removed') throw new HttpRefusal('removed')
  if (key === undefined || caller === undefined || caller.is === 'stranger' || caller.is === 'server') {
    // Looked up first: of 2^256 secrets nobody guesses one, and a right one passes whatever others try.
    const mayTry = deps.limits.take('wrongSecretsPerAddress', addressGroup(request.ip))
    throw new HttpRefusal(mayTry ? 'not-allowed' : 'rate-limited')
  }
  const { id: person, role } = caller.is === 'reader' ? { id: null, role: 'reader' as const } : caller.seat
  const device = deviceAt(deps, request, response)
  const { until } = key
  const place = { session, person: key.person, role: key.role, ...(until !== undefined && { until }) }
  const before = await deps.doorkeeper.keyOf(request.headers.cookie, session, asOf(key.role))
  if (before === undefined || before.person !== person || before.until !== until) {
    const cookie = placeKey(place, device, deps.clock.now(), request.headers['user-agent'])
    // Somebody else's place of this kind, held until now by this browser, ends.
    const end = before ? [{ id: before.id }] : []
    live.revoke(await deps.store.changeKeys(session, { by: key.id, end, add: [cookie] }))
  }
  if (role !== 'participant') await deps.store.touchKeys([key.id], deps.clock.now())
  return { role, person }
}

/** POST …/join and …/enter: how a browser gets its cookie. */
export function entranceRoutes(deps: HttpDeps): Router {
  const router = Router()

  const turns = new Turns()
  const joins = new Joins()

  router.post('/api/sessions/:session/join', async (request, response) => {
    const live = await sessionOf(deps, request)
    const wish = bodyOf(Join, request)
    const device = deviceAt(deps, request, response)
    const enter = () =>
      turns.take(`${live.host.id} ${device}`, async () => {
        const { isNew, ...joined } = await join(live, wish, request, device)
        response.status(isNew ? 201 : 200).json(joined satisfies Joined)
      })
    // The same wish from a browser that lost its cookie waits for what becomes of the first.
    await (wish.wish === undefined ? enter() : turns.take(`${live.host.id} wish ${wish.wish}`, enter))
  })

  async function join(
    live: LiveSession,
    wish: Wish,
    request: Request,
    device: string,
  ): Promise<Joined & { readonly isNew: boolean }> {
    const { host } = live
    const session = host.id
    const caller = await deps.doorkeeper.caller(request.headers.cookie, session, 'participant')
    if (caller.is === 'removed') throw new HttpRefusal('removed')
    const now = deps.clock.now()
    if ((caller.is === 'member' || caller.is === 'outside') && caller.seat.id !== null) {
      // Pressed twice, or came back: the same person goes on, and pays no toll.
      const { id: person } = caller.seat
      const link = mintLink({ session, person, role: 'participant' }, now)
      const end = [{ person, kind: 'link' as const }]
      await deps.store.changeKeys(session, { by: caller.seat.key, end, add: [link.row] })
      return { person, secret: link.secret, isNew: false }
    }
    const came = wish.wish === undefined ? undefined : joins.whoCame(session, wish.wish, now)
    if (came !== undefined) return comeAgain(live, came, device)
    const set = granted(identityOf(host.state, wish))
    const person = uuid()
    const place = { session, person, role: 'participant' } as const
    const link = mintLink(place, now)
    const address = `${session}/${addressGroup(request.ip)}`
    const uncount = await throughToll(deps, request, 'join', [address, session], session)
    const sitDown = () =>
      host.system(
        { type: 'joined', person, role: 'participant', newcomer: true },
        {
          identity: { person, set },
          keys: [link.row, placeKey(place, device, now)],
          unless: (state) => (state.status === 'ended' ? 'ended' : state.locked ? 'locked' : null),
        },
      )
    const receipt = await sitDown()
    // Those who wait have no seat: none is freed for them.
    const needsSeat = !receipt.ok && receipt.refusal === 'full' && host.state.approval !== true
    granted(needsSeat && (await live.freeSeat()) ? await sitDown() : receipt)
    if (wish.wish !== undefined) joins.came(session, wish.wish, person, now)
    live.whenSeen(person, uncount)
    return { person, secret: link.secret, isNew: true }
  }

  /** The answer to their first try, with its cookie, never arrived: the place is this browser's now. */
  async function comeAgain(
    live: LiveSession,
    person: PersonId,
    device: string,
  ): Promise<Joined & { readonly isNew: boolean }> {
    const known = findPerson(live.host.state, person)
    if (known === undefined || known.removed) throw new HttpRefusal('removed')
    const place = { session: live.host.id, person, role: 'participant' } as const
    const now = deps.clock.now()
    const link = mintLink(place, now)
    const ended = await deps.store.changeKeys(live.host.id, {
      end: [
        { person, kind: 'link' },
        { person, kind: 'cookie' },
      ],
      add: [link.row, placeKey(place, device, now)],
    })
    live.revoke(ended)
    return { person, secret: link.secret, isNew: false }
  }

  /** The facilitator of a deleted session comes in again, to bring it back. */
  async function enterDeleted(session: string, request: Request, response: Response): Promise<boolean> {
    const key = await deps.store.findKey(hashSecret(bodyOf(Enter, request).secret))
    if (key?.kind !== 'link' || !(await deps.deleted.isFacilitators(session, key))) return false
    const place = { session, person: key.person, role: key.role }
    const before = await deps.doorkeeper.keyOf(request.headers.cookie, session, asOf(key.role))
    const device = deviceAt(deps, request, response)
    if (before?.person !== key.person) {
      const add = [placeKey(place, device, deps.clock.now(), request.headers['user-agent'])]
      await deps.store.changeKeys(session, { by: key.id, ...(before && { end: [{ id: before.id }] }), add })
    }
    response.json({ role: 'facilitator', person: key.person } satisfies Entered)
    return true
  }

  router.post('/api/sessions/:session/enter', async (request, response) => {
    const id = request.params['session'] ?? ''
    if ((await deps.deleted.has(id)) && (await enterDeleted(id, request, response))) return
    const live = await sessionOf(deps, request)
    const { secret } = bodyOf(Enter, request)
    const entered = await enterByLink(deps, live, secret, request, response)
    response.json(entered satisfies Entered)
  })
  return router
}
