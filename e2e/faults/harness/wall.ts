/** A session whose wall is open, and people with identities of their own who may write on it. */
import {
  Bot,
  type Browser,
  cofacilitateAs,
  createAs,
  enterWith,
  type Facilitator,
  joinAs,
  personNumber,
} from '@escale/bots'
import { limits, readWall } from '@escale/shared'
import { SHARED_WALL } from '@escale/shared/activities/wall'
import type { RealServer } from '../../fixtures/server.ts'

const TEMPLATE = 'visio-24-avril'
/** How many join at the same time. */
const AT_ONCE = 40
/** A session has no more co-facilitators than `COFACILITATORS_MAX`; of more people each is on several devices. */
const WRITERS = 50

export interface Seat {
  readonly browser: Browser
  readonly session: string
  readonly person: string
  readonly secret: string
}

export interface OpenWall {
  readonly facilitator: Facilitator
  readonly session: string
  readonly activity: string
  readonly seats: readonly Seat[]
}

/** Somebody who writes in the wall's document themselves: participants ask the server to. */
export const joinWriter = (
  { facilitator, session }: Pick<OpenWall, 'facilitator' | 'session'>,
  n: number,
): Promise<Bot> => cofacilitateAs(facilitator.seat.browser, session, personNumber(n))

function seatOf(bot: Bot): Seat {
  bot.close()
  const { browser, session, person, secret } = bot.seat
  if (person === null) throw new Error('nobody')
  return { browser, session, person, secret }
}

export async function openWall(server: RealServer, people: number): Promise<OpenWall> {
  const facilitator = await createAs(server.url, { template: TEMPLATE })
  const { session } = facilitator.seat
  const activity = facilitator.activity('wall').id
  await facilitator.go(activity)
  if (people > limits.SESSION_CAPACITY_DEFAULT)
    await facilitator.do({ type: 'settings', patch: { capacity: limits.SESSION_CAPACITY_MAX } })
  const seats: Seat[] = []
  const join = async (n: number): Promise<Seat> => {
    const link = seats[n % WRITERS]
    return seatOf(
      link === undefined || n < WRITERS
        ? await joinWriter({ facilitator, session }, n)
        : await enterWith(server.url, session, link.secret),
    )
  }
  while (seats.length < people) {
    const from = seats.length
    // Nobody is on a second device before they are on a first.
    const until = Math.min(from + AT_ONCE, people, from < WRITERS ? WRITERS : people)
    seats.push(...(await Promise.all(Array.from({ length: until - from }, (_, i) => join(from + i)))))
  }
  return { facilitator, session, activity, seats }
}

/** The address of a document for raw clients. */
export const documentUrl = (
  { url }: RealServer,
  { session, activity }: OpenWall,
  name = SHARED_WALL,
): string => `${url.replace(/^http/, 'ws')}/sync/facilitator/${session}/${activity}/${name}`

/** What somebody finds who comes now, on a device that knows nothing: id → text. */
export async function notesFor(
  server: RealServer,
  { session, activity }: Pick<OpenWall, 'session' | 'activity'>,
  name = SHARED_WALL,
): Promise<ReadonlyMap<string, string>> {
  const reader = await joinAs(server.url, session, personNumber(0))
  try {
    const { doc } = await reader.document(name, activity).until((d) => d.ready)
    return new Map(readWall(doc).notes.map((note) => [note.id, note.text]))
  } finally {
    reader.close()
  }
}

/** A writer whose connections go by another address (`harness/network.ts`). */
export async function joinBy(address: string, wall: OpenWall, n: number): Promise<Bot> {
  const direct = await joinWriter(wall, n)
  direct.close()
  const { seat } = direct
  return new Bot({ ...seat, browser: seat.browser.twin(address) })
}
