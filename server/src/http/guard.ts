import { cleanTexts, Id, type SessionState } from '@escale/shared'
import type { Request, RequestHandler, Response } from 'express'
import { authorize, type Caller, type Right, type Seat } from '../auth/authorize.ts'
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

/** The highest of a browser's places that has a right; with `as` in the address, only that one counts. */
function seatFor(callers: readonly Caller[], wanted: unknown, right: Right): Seat | undefined {
  for (const caller of callers) {
    if (caller.is !== 'member' || (wanted !== undefined && asOf(caller.seat.role) !== wanted)) continue
    if (authorize(caller, { type: 'use', right }) === null) return caller.seat
  }
  return undefined
}

/** Why nobody was let in who showed these; somebody who was removed, and is nobody else, is told so. */
const refusalFor = (callers: readonly Caller[]): HttpRefusal =>
  new HttpRefusal(
    callers.length > 0 && callers.every((caller) => caller.is === 'removed') ? 'removed' : 'not-allowed',
  )

/** A route of a session for those who have a right in it; with `as`, only that place counts. */
export const guarded =
  (
    deps: HttpDeps,
    right: Exclude<Right, 'anyone' | 'reader'>,
    handle: (admitted: Admitted) => Promise<void> | void,
  ): RequestHandler =>
  async (request, response) => {
    const live = await sessionOf(deps, request)
    const callers = await deps.doorkeeper.callers(request.headers.cookie, live.host.id)
    const seat = seatFor(callers, request.query['as'], right)
    if (seat === undefined) throw refusalFor(callers)
    live.lastUse.note()
    await handle({ live, seat, request, response })
  }

/** Somebody who reads the récolte; `seat` null: and is in nothing else of the session. */
export interface Reader extends Omit<Admitted, 'seat'> {
  readonly seat: Seat | null
}

/**
 * A route for whoever reads the récolte: members, those who hold a reading link, and, where it was left open for all
 * (`isLeftOpen`), whoever has the session's link. To read keeps no session alive beyond its time.
 */
export const guardedForReaders =
  (deps: HttpDeps, handle: (reader: Reader) => Promise<void> | void): RequestHandler =>
  async (request, response) => {
    const live = await sessionOf(deps, request)
    const callers = await deps.doorkeeper.callers(request.headers.cookie, live.host.id)
    const seat = seatFor(callers, request.query['as'], 'reader')
    const isRemoved = callers.some((caller) => caller.is === 'removed')
    const mayRead = callers.some((caller) => caller.is === 'reader') || isLeftOpen(live.host.state)
    if (seat === undefined && (isRemoved || !mayRead)) throw refusalFor(callers)
    if (seat !== undefined) live.lastUse.note()
    await handle({ live, seat: seat ?? null, request, response })
  }

/**
 * May whoever has the session's link read its récolte? Once it is over and the récolte is shared: then nobody can join any
 * more to read it. Not where people had to be let in.
 */
export const isLeftOpen = ({ status, workshop, locked, approval }: SessionState): boolean =>
  status === 'ended' && workshop.settings.harvestShared && !locked && approval !== true

/** The body of a request, its texts cleaned, checked. @throws HttpRefusal `invalid` */
export const bodyOf = <T>(schema: Parameters<typeof parsed<T>>[0], request: Request): T =>
  parsed(schema, cleanTexts(request.body))
