import type { Identity } from '@escale/shared'
import {
  Enter,
  type Entered,
  Join,
  type Joined,
  type Outcome,
  refuse,
  type SessionState,
} from '@escale/shared'
import { Router } from 'express'
import { v7 as uuid } from 'uuid'
import { asOf } from '../auth/cookies.ts'
import { mintKey } from '../auth/doorkeeper.ts'
import { hashSecret } from '../auth/secrets.ts'
import { participantIdentity } from '../realtime/identity-rules.ts'
import type { HttpDeps } from './deps.ts'
import { bodyOf, giveCookie, sessionOf } from './guard.ts'
import { granted, HttpRefusal } from './refusals.ts'

type Wish = ReturnType<typeof Join.parse>
const NOBODY: Identity = { name: '', organisation: '', territory: '' }

/** How somebody presents themselves, by the mode they chose among those that the workshop allows. */
function identityOf({ workshop }: SessionState, { mode, identity }: Wish): Outcome<Identity> {
  if (!workshop.settings.identity.includes(mode)) return refuse('invalid')
  if (mode !== 'anonymous' && identity.name.trim() === '') return refuse('invalid')
  return participantIdentity(workshop.settings, mode === 'anonymous' ? NOBODY : identity)
}

/** POST …/join and …/enter: how a browser gets its cookie. */
export function entranceRoutes(deps: HttpDeps): Router {
  const router = Router()

  router.post('/api/sessions/:session/join', async (request, response) => {
    const { host } = await sessionOf(deps, request)
    const session = host.id
    const wish = bodyOf(Join, request)
    const caller = await deps.doorkeeper.caller(request.headers.cookie, session, 'participant')
    if (caller.is === 'removed') throw new HttpRefusal('removed')
    const now = deps.clock.now()
    if (caller.is === 'member' && caller.seat.id !== null) {
      // Pressed twice, or came back: the same person goes on.
      const { id: person } = caller.seat
      const link = mintKey(session, person, 'participant', 'link', now)
      await deps.store.addKeys([link.row])
      response.json({ person, secret: link.secret } satisfies Joined)
      return
    }
    const set = granted(identityOf(host.state, wish))
    const person = uuid()
    const link = mintKey(session, person, 'participant', 'link', now)
    const cookie = mintKey(session, person, 'participant', 'cookie', now)
    granted(
      await host.system(
        { type: 'joined', person, role: 'participant' },
        {
          identity: { person, set },
          keys: [link.row, cookie.row],
          unless: (state) => (state.status === 'ended' ? 'ended' : state.locked ? 'locked' : null),
        },
      ),
    )
    giveCookie(deps, request, response, { session, as: 'participant', secret: cookie.secret })
    response.status(201).json({ person, secret: link.secret } satisfies Joined)
  })

  router.post('/api/sessions/:session/enter', async (request, response) => {
    const { host } = await sessionOf(deps, request)
    const address = request.ip ?? ''
    if (await deps.limits.isSpent('wrongSecretsPerAddress', address)) throw new HttpRefusal('rate-limited')
    const { secret } = bodyOf(Enter, request)
    const key = await deps.store.findKey(hashSecret(secret))
    const caller =
      key?.kind === 'link' && key.session === host.id ? await deps.doorkeeper.seatOf(key) : undefined
    if (caller?.is === 'removed') throw new HttpRefusal('removed')
    if (key === undefined || caller?.is !== 'member') {
      await deps.limits.take('wrongSecretsPerAddress', address)
      throw new HttpRefusal('not-allowed')
    }
    const { id: person, role } = caller.seat
    const cookie = mintKey(host.id, person, key.role, 'cookie', deps.clock.now())
    await deps.store.addKeys([cookie.row])
    giveCookie(deps, request, response, { session: host.id, as: asOf(key.role), secret: cookie.secret })
    response.json({ role, person } satisfies Entered)
  })
  return router
}
