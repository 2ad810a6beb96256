/** a. People write on one document (or on several, f.); every update must reach everybody else on that document. */
import type { LineSpec, Tally, Task } from '../crowd/messages.ts'
import { type CrowdProcess, withCrowds } from '../crowd/start-crowd.ts'
import { now, pause } from '../measure/clock.ts'
import { watch } from '../measure/watch.ts'
import { spreadOf } from '../report/statistics.ts'
import type { RunningServer, ServerKind } from '../servers/server.ts'
import { disagreements } from './converged.ts'
import { latencies } from './latency.ts'
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
const JOINING_AT_ONCE = 10
const WARM_UP_SECONDS = 1
const DRAIN_MS = 15_000
const SETTLE_MS = 300
const LEAD_MS = 100

interface Part {
  readonly spec: LineSpec
  readonly task: (seconds: number) => Task
}

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

/** One phase of writing: from the first word to the last delivery. */
async function write(crowds: readonly CrowdProcess[], parts: readonly Part[], seconds: number) {
  const tasks = parts.map((part) => part.task(seconds))
  await Promise.all(crowds.map((crowd, c) => crowd.prepare(tasks.filter((_, i) => i % crowds.length === c))))
  const startAt = now() + LEAD_MS
  const sent = (await Promise.all(crowds.map((crowd) => crowd.write(startAt)))).flat()
  const tallies = await Promise.all(crowds.map((crowd) => crowd.drain(DRAIN_MS)))
  return { sent, tallies, updates: sent.reduce((sum, s) => sum + s.at.length, 0) }
}

const total = (tallies: readonly Tally[], of: (tally: Tally) => number): number =>
  tallies.reduce((sum, tally) => sum + of(tally), 0)

async function measure(
  server: RunningServer,
  kind: ServerKind,
  options: StormOptions,
  crowds: readonly CrowdProcess[],
): Promise<RunOutcome> {
  const parts = await partsOf(server, kind, options)
  const opened = await Promise.all(
    crowds.map((crowd, c) =>
      crowd.open(
        parts.filter((_, i) => i % crowds.length === c).map((part) => part.spec),
        JOINING_AT_ONCE,
      ),
    ),
  )
  const [failure] = opened.flatMap((o) => o.failures)
  if (failure !== undefined) throw new Error(`somebody could not join: ${failure}`)
  const warmUp = await write(crowds, parts, WARM_UP_SECONDS)
  await pause(SETTLE_MS)
  await server.eventLoop()
  const using = watch(server.pid)
  const { sent, tallies, updates } = await write(crowds, parts, options.seconds)
  const used = using.stop()
  const loop = await server.eventLoop()
  const seen = (await Promise.all(crowds.map((crowd) => crowd.seen()))).flat()
  const spread = spreadOf(latencies(sent, seen))
  const delivered = total(tallies, (t) => t.delivered)
  const expected = total(tallies, (t) => t.expected)
  const faults = [...new Set(tallies.flatMap((t) => t.lost))]
  if (delivered < expected)
    faults.push(`${((100 * delivered) / expected).toFixed(1)} % delivered within ${DRAIN_MS / 1_000} s`)
  if (delivered > expected) faults.push(`${delivered - expected} deliveries too many`)
  if (delivered === expected && kind.dialect !== 'bare') {
    const kept = (await Promise.all(crowds.map((crowd) => crowd.kept()))).flat()
    const notes = (warmUp.updates + updates) / options.documents
    faults.push(...(await disagreements(kept, parts[0]?.spec, notes)))
  }
  return {
    figures: {
      'p50 ms': spread.p50,
      'p95 ms': spread.p95,
      'p99 ms': spread.p99,
      'CPU µs/delivery': (used.cpuMs * 1_000) / delivered,
      'core %': (100 * used.cpuMs) / used.wallMs,
      'delivered %': (100 * delivered) / expected,
      'updates/frame': (delivered + total(tallies, (t) => t.echoed)) / total(tallies, (t) => t.frames),
      'B/delivery': total(tallies, (t) => t.bytes) / delivered,
      'RSS MB': used.rssPeakMb,
      'loop p99 ms': loop.p99,
    },
    faults,
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
