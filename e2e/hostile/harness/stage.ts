/** A session with an open wall, and those who sit in it. */
import { Browser, createAs, enterWith, type Facilitator, joinAs, personNumber } from '@escale/bots'
import type { RealServer } from '../../fixtures/server.ts'

/** A browser that holds a place. Nothing of it is connected. */
export interface Seat {
  readonly browser: Browser
  readonly session: string
  readonly person: string
}

export interface Stage {
  readonly facilitator: Facilitator
  readonly session: string
  /** Ids of the plan's activities by kind: the first of each. */
  readonly activity: (kind: string) => string
  readonly wall: string
}

export async function openStage(server: RealServer): Promise<Stage> {
  const facilitator = await createAs(server.url, { template: 'visio-24-avril' })
  const activity = (kind: string) => facilitator.activity(kind).id
  const wall = activity('wall')
  // What has run once can be written in from then on.
  await facilitator.go(activity('word-rally'))
  await facilitator.go(wall)
  return { facilitator, session: facilitator.seat.session, activity, wall }
}

/** Somebody with a place, who is not connected. */
export async function takeSeat(
  server: RealServer,
  { session }: Pick<Stage, 'session'>,
  n = 0,
): Promise<Seat> {
  const browser = new Browser(server.url)
  const { person } = await browser.join(session, personNumber(n))
  return { browser, session, person }
}

export const joinStage = (server: RealServer, { session }: Pick<Stage, 'session'>, n = 0) =>
  joinAs(server.url, session, personNumber(n))

/** A second place of whoever holds this secret link. */
export const enterStage = (server: RealServer, { session }: Pick<Stage, 'session'>, secret: string) =>
  enterWith(server.url, session, secret)
