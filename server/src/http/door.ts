import {
  type Door,
  FindByCode,
  type FoundByCode,
  findActivity,
  goneAt,
  normaliseCode,
  roster,
} from '@escale/shared'
import { Router } from 'express'
import { addressGroup } from '../auth/address.ts'
import { asOf, devicesIn, oldCookiesIn } from '../auth/cookies.ts'
import type { HttpDeps } from './deps.ts'
import { deviceAt } from './device.ts'
import { bodyOf, isLeftOpen, sessionOf } from './guard.ts'
import { HttpRefusal } from './refusals.ts'
import { throughToll } from './toll.ts'

/** POST /api/code and GET /api/sessions/:session/door: what a stranger may know. */
export function doorRoutes(deps: HttpDeps): Router {
  const router = Router()

  router.post('/api/code', async (request, response) => {
    const code = normaliseCode(bodyOf(FindByCode, request).code)
    const uncount = await throughToll(deps, request, 'code', [addressGroup(request.ip)])
    const found = code === undefined ? undefined : await deps.store.findSessionByCode(code)
    if (found === undefined) throw new HttpRefusal('unknown-code')
    uncount()
    response.json({ session: found.id } satisfies FoundByCode)
  })

  router.get('/api/sessions/:session/door', async (request, response) => {
    const live = await sessionOf(deps, request)
    const { host, lastUse } = live
    const { state } = host
    // A browser has its cookie before it takes a place: of several that are taken at once none is lost.
    if (devicesIn(request.headers.cookie).length === 0) deviceAt(deps, request, response)
    const { settings } = state.workshop
    const callers = await deps.doorkeeper.callers(request.headers.cookie, host.id)
    const isKnownAs = (as: string) =>
      callers.some((c) => (c.is === 'member' || c.is === 'outside') && asOf(c.seat.role) === as)
    response.json({
      session: host.id,
      title: settings.title,
      language: settings.language,
      status: state.status,
      locked: state.locked,
      full: roster(state).length >= settings.capacity && live.isTakenUp,
      kind: (state.status === 'running' && findActivity(state, state.current)?.kind) || null,
      identity: settings.identity,
      askOrganisation: settings.askOrganisation,
      askTerritory: settings.askTerritory,
      hasOldCookies: oldCookiesIn(request.headers.cookie).length > 0,
      readable: isLeftOpen(state),
      goneAt: goneAt(lastUse.at, settings.keepDays, deps.config.retentionDays),
      known: {
        participant: isKnownAs('participant'),
        facilitator: isKnownAs('facilitator'),
        screen: isKnownAs('screen'),
        reader: callers.some((c) => c.is === 'reader'),
        removed: callers.some((c) => c.is === 'removed'),
      },
    } satisfies Door)
  })
  return router
}
