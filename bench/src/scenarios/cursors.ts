/** c. Cursors move: presence, where a newer state replaces an older one. */
import type { Crowd } from '../crowd/messages.ts'
import { withCrowds } from '../crowd/with-crowds.ts'
import { watch } from '../measure/watch.ts'
import { spreadOf } from '../report/statistics.ts'
import type { RunningServer, ServerKind } from '../servers/server.ts'
import { latenciesOfNewest } from './latency.ts'
import { openAll, type Part, seenBy, settle, updatesIn, write } from './phase.ts'
import { type RunOutcome, type Scenario, withServer } from './scenario.ts'

export interface CursorsOptions {
  readonly clients: number
  /** Moves per second, over all. */
  readonly rate: number
  readonly seconds: number
}

const CROWDS = 2
const OBSERVERS = 8
const JOINING_AT_ONCE = 20
const WARM_UP_SECONDS = 1
const QUIET_MS = 300
const SETTLE_MS = 8_000

async function measure(
  server: RunningServer,
  kind: ServerKind,
  { clients, rate, seconds }: CursorsOptions,
  crowds: readonly Crowd[],
): Promise<RunOutcome> {
  const seats = await server.invite(1, clients)
  const perSecond = rate / clients
  const observing = Math.max(1, Math.floor(clients / OBSERVERS))
  const parts = seats.map((seat, index): Part => {
    const observes = index % observing === observing - 1
    return {
      spec: {
        seat,
        dialect: kind.dialect,
        writer: { index, what: 'moves', perSecond },
        observes,
        keeps: false,
      },
      task: (forSeconds) => ({ writes: Math.round(perSecond * forSeconds), expects: 0 }),
    }
  })
  await openAll(crowds, parts, JOINING_AT_ONCE)
  await write(crowds, parts, WARM_UP_SECONDS)
  await settle(crowds, QUIET_MS, SETTLE_MS)
  await server.eventLoop()
  const using = watch(server.pid)
  const sent = await write(crowds, parts, seconds)
  const used = using.stop()
  // Who is behind is given time to show it all, but not counted as cheaper for it.
  const isQuiet = (await settle(crowds, QUIET_MS, SETTLE_MS)).every(Boolean)
  const loop = await server.eventLoop()
  const seen = await seenBy(crowds)
  const { latencies, shown } = latenciesOfNewest(sent, seen)
  const spread = spreadOf(latencies)
  const toSee = seen.length * updatesIn(sent) * (1 - 1 / clients)
  return {
    figures: {
      'core %': (100 * used.cpuMs) / used.wallMs,
      'p50 ms': spread.p50,
      'p95 ms': spread.p95,
      'p99 ms': spread.p99,
      'shown %': (100 * shown) / toSee,
      'RSS MB': used.rssPeakMb,
      'loop p99 ms': loop.p99,
    },
    faults: [
      ...(isQuiet ? [] : [`still sending after ${SETTLE_MS / 1_000} s`]),
      ...(latencies.length < toSee * 0.999
        ? [
            `${((100 * latencies.length) / toSee).toFixed(1)} % of the moves were seen, or overtaken by newer ones`,
          ]
        : []),
    ],
    neighbourCores: used.neighbourCores,
    load: used.load,
  }
}

export const cursors = (servers: readonly string[], rounds: number, options: CursorsOptions): Scenario => ({
  id: 'cursors',
  title: `${options.clients} cursors on one document, ${options.rate} moves/s, ${options.seconds} s`,
  servers,
  rounds,
  run: (kind) =>
    withServer(kind, (server) => withCrowds(CROWDS, (crowds) => measure(server, kind, options, crowds))),
})
