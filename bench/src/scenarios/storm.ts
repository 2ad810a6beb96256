/** a. People write on one document (or on several, f.); every update must reach everybody else on that document. */
import type { Crowd } from '../crowd/messages.ts'
import { withCrowds } from '../crowd/with-crowds.ts'
import { pause } from '../measure/clock.ts'
import { watch } from '../measure/watch.ts'
import { spreadOf } from '../report/statistics.ts'
import type { RunningServer, ServerKind } from '../servers/server.ts'
import { disagreements } from './converged.ts'
import { latencies } from './latency.ts'
import { drain, openAll, type Part, seenBy, updatesIn, write } from './phase.ts'
import { type RunOutcome, type Scenario, withServer } from './scenario.ts'

export interface StormOptions {
  readonly documents: number
  /** On each document. */
  readonly clients: number
  /** How many of them write. */
  readonly writers: number
  /** Updates per second, over all. */
  readonly rate: number
  readonly seconds: number
}

const CROWDS = 2
/** Who sees when, spread over the order of joining: servers send in that order. */
const OBSERVERS = 8
const JOINING_AT_ONCE = 20
const WARM_UP_SECONDS = 1
const DRAIN_MS = 8_000
const SETTLE_MS = 300

async function partsOf(server: RunningServer, kind: ServerKind, options: StormOptions): Promise<Part[]> {
  const { documents, clients, writers, rate } = options
  const seats = await server.invite(documents, clients)
  const perSecond = rate / (writers * documents)
  const observing = Math.max(1, Math.floor(seats.length / OBSERVERS))
  return seats.map((seat, index) => {
    const place = index % clients
    const writes = place < writers
    // Two on the first document keep all they get, to compare it afterwards.
    const keeps = kind.dialect !== 'bare' && (index === Math.floor(clients / 2) || index === clients - 1)
    return {
      spec: {
        seat,
        dialect: kind.dialect,
        writer: writes ? { index, what: 'notes', perSecond } : null,
        observes: index % observing === observing - 1,
        keeps,
      },
      task: (seconds) => {
        const count = Math.round(perSecond * seconds)
        return { writes: writes ? count : 0, expects: count * (writes ? writers - 1 : writers) }
      },
    }
  })
}

/** What is wrong with what came: too little, too much, or not the same for all. */
async function faultsOf(
  crowds: readonly Crowd[],
  { delivered, expected, lost }: Awaited<ReturnType<typeof drain>>,
  like: Part | undefined,
  notes: number,
): Promise<string[]> {
  if (delivered < expected)
    return [...lost, `${((100 * delivered) / expected).toFixed(1)} % delivered within ${DRAIN_MS / 1_000} s`]
  if (delivered > expected) return [...lost, `${delivered - expected} deliveries too many`]
  if (like === undefined || like.spec.dialect === 'bare') return [...lost]
  const kept = (await Promise.all(crowds.map((crowd) => crowd.kept()))).flat()
  return [...lost, ...(await disagreements(kept, like.spec, notes))]
}

async function measure(
  server: RunningServer,
  kind: ServerKind,
  options: StormOptions,
  crowds: readonly Crowd[],
): Promise<RunOutcome> {
  const parts = await partsOf(server, kind, options)
  await openAll(crowds, parts, JOINING_AT_ONCE)
  const warmUp = await write(crowds, parts, WARM_UP_SECONDS)
  await drain(crowds, DRAIN_MS)
  await pause(SETTLE_MS)
  await server.eventLoop()
  const using = watch(server.pid)
  const sent = await write(crowds, parts, options.seconds)
  const tally = await drain(crowds, DRAIN_MS)
  const used = using.stop()
  const loop = await server.eventLoop()
  const spread = spreadOf(latencies(sent, await seenBy(crowds)))
  const { delivered, expected, echoed, frames, bytes } = tally
  const notes = (updatesIn(warmUp) + updatesIn(sent)) / options.documents
  return {
    figures: {
      'p50 ms': spread.p50,
      'p95 ms': spread.p95,
      'p99 ms': spread.p99,
      'CPU µs/delivery': (used.cpuMs * 1_000) / delivered,
      'core %': (100 * used.cpuMs) / used.wallMs,
      'delivered %': (100 * delivered) / expected,
      'updates/frame': (delivered + echoed) / frames,
      'B/delivery': bytes / delivered,
      'RSS MB': used.rssPeakMb,
      'loop p99 ms': loop.p99,
    },
    faults: await faultsOf(crowds, tally, parts[0], notes),
    neighbourCores: used.neighbourCores,
    load: used.load,
  }
}

export function storm(
  id: string,
  servers: readonly string[],
  rounds: number,
  options: StormOptions,
): Scenario {
  const { documents, clients, writers, rate, seconds } = options
  const where = documents === 1 ? 'one document' : `each of ${documents} documents`
  const who = writers === clients ? 'all write' : `${writers} of them writes`
  return {
    id,
    title: `${clients} people on ${where}, ${who}, ${rate} updates/s, ${seconds} s`,
    servers,
    rounds,
    run: (kind) =>
      withServer(kind, (server) => withCrowds(CROWDS, (crowds) => measure(server, kind, options, crowds))),
  }
}
