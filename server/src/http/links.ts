import {
  type ConsoleInfo,
  findPerson,
  limits,
  MakeLink,
  type NewLink,
  type SessionState,
} from '@escale/shared'
import { Router } from 'express'
import { v7 as uuid } from 'uuid'
import { authorize } from '../auth/authorize.ts'
import { mintLink } from '../auth/doorkeeper.ts'
import { tidyIdentity } from '../realtime/identity-rules.ts'
import type { HttpDeps } from './deps.ts'
import { type Admitted, bodyOf, guarded } from './guard.ts'
import { granted, HttpRefusal } from './refusals.ts'

type Wish = ReturnType<typeof MakeLink.parse>
type CofacilitatorWish = Exclude<Wish, { role: 'screen' }>

/** How many there ever were: links make people, and removing them makes no room for more. */
const cofacilitators = ({ people }: SessionState): number =>
  Object.values(people).filter((person) => person.role === 'cofacilitator').length

async function forScreen({ store, clock }: HttpDeps, { live: { host }, seat }: Admitted): Promise<NewLink> {
  const { secret, row } = mintLink({ session: host.id, person: null, role: 'screen' }, clock.now())
  const made = await store.listKeys(host.id, { role: 'screen', kind: 'link' })
  if (made.length >= limits.SCREEN_LINKS_MAX) throw new HttpRefusal('too-many')
  await store.changeKeys(host.id, { by: seat.key, add: [row] })
  return { secret, person: null }
}

async function forCofacilitator(
  { store, clock }: HttpDeps,
  { live, seat }: Admitted,
  wish: CofacilitatorWish,
): Promise<NewLink> {
  const { host } = live
  const person = 'person' in wish ? wish.person : uuid()
  const { secret, row } = mintLink({ session: host.id, person, role: 'cofacilitator' }, clock.now())
  if ('person' in wish) {
    const owner = findPerson(host.state, person)
    if (owner === undefined || owner.removed) throw new HttpRefusal('unknown-person')
    const isOther = owner.role === 'cofacilitator' && owner.id !== seat.id
    const caller = { is: 'member', seat } as const
    if (!isOther || authorize(caller, { type: 'key', owner }) !== null) throw new HttpRefusal('not-allowed')
    await store.changeKeys(host.id, { by: seat.key, end: [{ person, kind: 'link' }], add: [row] })
    return { secret, person }
  }
  granted(
    await host.system(
      { type: 'joined', person, role: 'cofacilitator' },
      {
        identity: { person, set: tidyIdentity(wish.identity) },
        keys: [row],
        unless: (state) =>
          live.isRevoked(seat.key)
            ? 'not-allowed'
            : cofacilitators(state) >= limits.COFACILITATORS_MAX
              ? 'too-many'
              : null,
      },
    ),
  )
  return { secret, person }
}

/** Links for co-facilitators and screens, and the code for everybody. */
export function linkRoutes(deps: HttpDeps): Router {
  const router = Router()

  router.post(
    '/api/sessions/:session/links',
    guarded(deps, 'driver', async (admitted) => {
      const wish = bodyOf(MakeLink, admitted.request)
      const link =
        wish.role === 'screen'
          ? await forScreen(deps, admitted)
          : await forCofacilitator(deps, admitted, wish)
      admitted.response.status(201).json(link satisfies NewLink)
    }),
  )

  router.get(
    '/api/sessions/:session/console',
    guarded(deps, 'member', ({ live: { host, lastUse }, response }) => {
      const { retentionDays } = deps.config
      response.json({ code: host.code, usedAt: lastUse.at, keepDays: retentionDays } satisfies ConsoleInfo)
    }),
  )
  return router
}
