import { cleanTexts, Id } from '@escale/shared'
import type { Request, RequestHandler, Response } from 'express'
import { authorize, type Right, type Seat } from '../auth/authorize.ts'
import { asOf } from '../auth/cookies.ts'
import type { LiveSession } from '../realtime/live-session.ts'
import type { HttpDeps } from './deps.ts'
import { HttpRefusal, parsed } from './refusals.ts'

export interface Admitted {
  readonly live: LiveSession
  /** The highest of the caller's places in this session that has the right. */
  readonly seat: Seat
  readonly request: Request
  readonly response: Response
}

/** The session that a path names. @throws HttpRefusal `unknown-session`, or `deleted` while it can be brought back */
export async function sessionOf(deps: HttpDeps, request: Request): Promise<LiveSession> {
  const id = Id.safeParse(request.params['session'])
  const live = id.success ? await deps.sessions.open(id.data) : undefined
  if (live !== undefined) return live
  throw new HttpRefusal(id.success && (await deps.deleted.has(id.data)) ? 'deleted' : 'unknown-session')
}

/** A route of a session for those who have a right in it; with `as`, only that cookie counts. */
export const guarded =
  (
    deps: HttpDeps,
    right: Exclude<Right, 'anyone'>,
    handle: (admitted: Admitted) => Promise<void> | void,
  ): RequestHandler =>
  async (request, response) => {
    const live = await sessionOf(deps, request)
    const callers = await deps.doorkeeper.callers(request.headers.cookie, live.host.id)
    const wanted = request.query['as']
    const refusals = new Set<string>()
    for (const caller of callers) {
      const isWanted = wanted === undefined || (caller.is === 'member' && asOf(caller.seat.role) === wanted)
      if (!isWanted && caller.is === 'member') continue
      const refusal = authorize(caller, { type: 'use', right })
      if (refusal === null && caller.is === 'member') {
        live.lastUse.note()
        await handle({ live, seat: caller.seat, request, response })
        return
      }
      if (refusal !== null) refusals.add(refusal)
    }
    throw new HttpRefusal(refusals.has('removed') && refusals.size === 1 ? 'removed' : 'not-allowed')
  }

/** The body of a request, its texts cleaned, checked. @throws HttpRefusal `invalid` */
export const bodyOf = <T>(schema: Parameters<typeof parsed<T>>[0], request: Request): T =>
  parsed(schema, cleanTexts(request.body))
