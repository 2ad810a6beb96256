import { setMaxListeners } from 'node:events'
import { type Created, createRandom } from '@escale/shared'
import { autoplay } from './autoplay.ts'
import { joinAs } from './bot.ts'
import { CROWD_SIZE, personNumber } from './data/people.ts'
import { createAs, type Facilitator } from './facilitator.ts'
import { liveThrough } from './life.ts'
import { Left, type Tempo, waitFor } from './pace.ts'

const JOIN_WITHIN_MS = 20_000
const LIFE_LIMIT_MS = 6 * 60 * 60 * 1_000

export interface CrowdOptions {
  readonly baseUrl: string
  /** Of whose pages they say that they come; left out: of the server's own. */
  readonly origin?: string
  readonly session: string
  /** How many people. Default: the 24 of the list. */
  readonly people?: number
  /** Same seed, same choices. */
  readonly seed?: string
  readonly tempo?: Tempo
  /** Everybody has come after this, ms. */
  readonly joinWithinMs?: number
  /** Everybody leaves after this, ms. */
  readonly limitMs?: number
  /** Told when somebody could not join, or met something unexpected. */
  readonly onTrouble?: (error: unknown) => void
}

export interface Crowd {
  /** Settles when everybody has left. */
  readonly over: Promise<void>
  /** Everybody leaves at once. */
  readonly stop: () => void
}

/** Simulated people join a session one after the other and live through it. */
export function startCrowd(options: CrowdOptions): Crowd {
  const { people = CROWD_SIZE, limitMs = LIFE_LIMIT_MS } = options
  const leave = new AbortController()
  // Every open document listens for the end of the process, and everybody for the end of the crowd.
  setMaxListeners(0, leave.signal, process)
  const limit = setTimeout(() => leave.abort(), limitMs)
  limit.unref()
  const lives = Array.from({ length: people }, (_, index) =>
    liveOne(options, index, people, leave.signal).catch((error: unknown) => {
      if (!(error instanceof Left)) options.onTrouble?.(error)
    }),
  )
  const over = Promise.all(lives).then(() => clearTimeout(limit))
  return { over, stop: () => leave.abort() }
}

async function liveOne(
  {
    baseUrl,
    origin,
    session,
    seed = 'escale',
    tempo = 1,
    joinWithinMs = JOIN_WITHIN_MS,
    onTrouble,
  }: CrowdOptions,
  index: number,
  count: number,
  signal: AbortSignal,
): Promise<void> {
  const random = createRandom(`${seed}/${index}`)
  await waitFor(((index + random.next()) / count) * joinWithinMs, signal)
  const bot = await joinAs(baseUrl, session, personNumber(index), origin)
  try {
    await liveThrough({ bot, index, count, random, tempo }, signal, onTrouble)
  } finally {
    bot.close()
  }
}

export interface DemoOptions extends Omit<CrowdOptions, 'session'> {
  readonly template?: string
  readonly language?: 'fr' | 'en'
  /** True: the plan is played through too, and nobody needs to press start. */
  readonly autoplay?: boolean
}

export interface Demo extends Crowd {
  readonly created: Created
}

/** The visio of 24 April, open, with its people on their way. Whoever holds `created.secret` drives it. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const { template = 'visio-24-avril', language = 'fr' } = options
  const facilitator = await createAs(options.baseUrl, { template, language }, options.origin)
  const { created } = facilitator
  const crowd = startCrowd({ ...options, session: created.session })
  const leave = new AbortController()
  const stop = () => {
    leave.abort()
    facilitator.close()
    crowd.stop()
  }
  if (options.autoplay === true) void playWhenAllAreHere(facilitator, options, leave.signal)
  else facilitator.close()
  return { created, over: crowd.over, stop }
}

async function playWhenAllAreHere(
  facilitator: Facilitator,
  { joinWithinMs = JOIN_WITHIN_MS, tempo = 1, onTrouble }: DemoOptions,
  signal: AbortSignal,
): Promise<void> {
  try {
    await waitFor(joinWithinMs, signal)
    await autoplay(facilitator, tempo, signal)
  } catch (error) {
    if (!(error instanceof Left)) onTrouble?.(error)
  } finally {
    facilitator.close()
  }
}
