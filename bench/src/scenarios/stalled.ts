/** Readers who stop reading while 10 MB/s are written: what they cost the server and the others. */
import type { Crowd } from '../crowd/messages.ts'
import { withCrowds } from '../crowd/with-crowds.ts'
import { watch } from '../measure/watch.ts'
import { percentile } from '../report/statistics.ts'
import type { RunningServer, ServerKind } from '../servers/server.ts'
import { latenciesOfNewest } from './latency.ts'
import { openAll, type Part, seenBy, settle, write } from './phase.ts'
import { brief, type RunOutcome, type Scenario, withServer } from './scenario.ts'

export interface StalledOptions {
  readonly stalled: number
  readonly seconds: number
}

/** 50 × 8 × 25 kB is 10 MB/s, and for each of them what one person may send. They are not sent anything. */
const WRITERS = 50
const WRITES_PER_SECOND = 8
const READERS = 5
const QUIET_MS = 300
const SETTLE_MS = 10_000

const part = (
  kind: ServerKind,
  seat: Part['spec']['seat'],
  more: Partial<Part['spec']>,
  writes: boolean,
): Part => ({
  spec: { seat, dialect: kind.dialect, writer: null, observes: false, keeps: false, ...more },
  task: (seconds) => ({ writes: writes ? WRITES_PER_SECOND * seconds : 0, expects: 0 }),
})

async function phase(
  server: RunningServer,
  crowds: readonly Crowd[],
  parts: readonly Part[],
  seconds: number,
) {
  const using = watch(server.pid)
  const sent = await write(crowds, parts, seconds)
  await settle(crowds, QUIET_MS, SETTLE_MS)
  const used = using.stop()
  return { used, p99: percentile(latenciesOfNewest(sent, await seenBy(crowds)).latencies, 0.99) }
}

async function measure(
  server: RunningServer,
  kind: ServerKind,
  { stalled, seconds }: StalledOptions,
  [crowd, stalling]: readonly Crowd[],
): Promise<RunOutcome> {
  if (crowd === undefined || stalling === undefined) throw new Error('two crowds')
  const seats = await server.invite(1, WRITERS + READERS + stalled)
  const parts = seats
    .slice(0, WRITERS + READERS)
    .map((seat, index) =>
      index < WRITERS
        ? part(
            kind,
            seat,
            { writer: { index, what: 'bulk', perSecond: WRITES_PER_SECOND }, deaf: true },
            true,
          )
        : part(kind, seat, { observes: true }, false),
    )
  await openAll([crowd], parts, 10)
  // As long as what follows, so that the heap has grown to what this traffic takes.
  const alone = await phase(server, [crowd], parts, seconds)
  await openAll(
    [stalling],
    seats.slice(WRITERS + READERS).map((seat) => part(kind, seat, {}, false)),
    10,
  )
  await stalling.stall()
  const beside = await phase(server, [crowd], parts, seconds)
  return {
    figures: {
      'RSS MB': alone.used.rssPeakMb,
      'RSS with stalled MB': beside.used.rssPeakMb,
      'RSS more MB': beside.used.rssPeakMb - alone.used.rssPeakMb,
      'p99 ms': alone.p99,
      'p99 with stalled ms': beside.p99,
      'core %': (100 * beside.used.cpuMs) / beside.used.wallMs,
    },
    faults: brief((await crowd.drain(0)).lost),
    neighbourCores: Math.max(alone.used.neighbourCores, beside.used.neighbourCores),
    load: beside.used.load,
  }
}

export const stalled = (servers: readonly string[], rounds: number, options: StalledOptions): Scenario => ({
  id: 'stalled',
  title: `${options.stalled} readers stop reading while 10 MB/s are written, ${options.seconds} s without and with them`,
  servers,
  rounds,
  run: (kind) =>
    withServer(kind, (server) => withCrowds(2, (crowds) => measure(server, kind, options, crowds))),
})
