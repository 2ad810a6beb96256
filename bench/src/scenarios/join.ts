/** b. People open a full wall: one alone, then many at once, then many while others go on writing. */
import type { Crowd } from '../crowd/messages.ts'
import { withCrowds } from '../crowd/with-crowds.ts'
import { now, pause } from '../measure/clock.ts'
import { watch } from '../measure/watch.ts'
import { median, percentile, spreadOf } from '../report/statistics.ts'
import type { RunningServer, Seat, ServerKind } from '../servers/server.ts'
import { latencies } from './latency.ts'
import { drain, openAll, type Part, seenBy, write } from './phase.ts'
import { type RunOutcome, type Scenario, withServer } from './scenario.ts'

export interface JoinOptions {
  readonly notes: number
  readonly joiners: number
}

/** Those who filled the wall and go on writing. */
const WRITERS = 20
const WRITES_PER_SECOND = 5
const NOTE_AUTHORS = 200
const ALONE = 5
const QUIET_MS = 500
const FILL_WITHIN_MS = 20_000
/** Time to store and compact what came. */
const REST_MS = 3_000
const AFTER_CLOSING_MS = 500
const LIVE_SECONDS = 6
const LIVE_LEAD_MS = 1_000
const DRAIN_MS = 15_000
/** Every so many count the notes that they were given. */
const COUNTING = 20

const joinerParts = (kind: ServerKind, seats: readonly Seat[]): Part[] =>
  seats.map((seat, index) => ({
    spec: { seat, dialect: kind.dialect, writer: null, observes: index % COUNTING === 0, keeps: false },
    task: () => ({ writes: 0, expects: 0 }),
  }))

const writerParts = (kind: ServerKind, seats: readonly Seat[]): Part[] =>
  seats.map((seat, index) => ({
    spec: {
      seat,
      dialect: kind.dialect,
      writer: { index, what: 'notes', perSecond: WRITES_PER_SECOND },
      observes: index % 3 === 0,
      keeps: false,
    },
    task: (seconds) => {
      const writes = WRITES_PER_SECOND * seconds
      return { writes, expects: writes * (WRITERS - 1) }
    },
  }))

const short = (notes: number, marks: readonly number[]): string[] =>
  marks.some((count) => count < notes) ? [`a joiner was given ${Math.min(...marks)} of ${notes} notes`] : []

/** All at once, with nothing else going on: what it costs. */
async function joinInPeace(server: RunningServer, joiners: readonly Crowd[], parts: readonly Part[]) {
  const using = watch(server.pid)
  const joined = await openAll(joiners, parts, parts.length)
  const used = using.stop()
  await Promise.all(joiners.map((crowd) => crowd.close()))
  await pause(AFTER_CLOSING_MS)
  return { joined, used }
}

/** All at once while others write: what those see of it, ms. */
async function joinMeanwhile(
  writers: Crowd,
  writing: readonly Part[],
  joiners: readonly Crowd[],
  parts: readonly Part[],
): Promise<number[]> {
  const writes = write([writers], writing, LIVE_SECONDS)
  await pause(LIVE_LEAD_MS)
  const from = now()
  await openAll(joiners, parts, parts.length)
  const until = now()
  const sent = await writes
  await drain([writers], DRAIN_MS)
  return latencies(sent, await seenBy([writers]), [from, until])
}

async function measure(
  server: RunningServer,
  kind: ServerKind,
  { notes, joiners }: JoinOptions,
  [writers, single, ...many]: readonly Crowd[],
): Promise<RunOutcome> {
  if (writers === undefined || single === undefined) throw new Error('two crowds at least')
  const seats = await server.invite(1, WRITERS + joiners)
  const writing = writerParts(kind, seats.slice(0, WRITERS))
  const joining = joinerParts(kind, seats.slice(WRITERS))
  await openAll([writers], writing, WRITERS)
  await writers.fill(notes, NOTE_AUTHORS)
  await writers.settle(QUIET_MS, FILL_WITHIN_MS)
  await pause(REST_MS)
  const alone = await openAll([single], joining.slice(0, ALONE), 1)
  await single.close()
  await server.eventLoop()
  const { joined, used } = await joinInPeace(server, many, joining)
  const loop = await server.eventLoop()
  const live = await joinMeanwhile(writers, writing, many, joining)
  const spread = spreadOf(joined.joinMs)
  return {
    figures: {
      'alone ms': median(alone.joinMs),
      'p50 ms': spread.p50,
      'max ms': spread.max,
      'CPU s': used.cpuMs / 1_000,
      'live p99 ms': percentile(live, 0.99),
      'kB/join': median(joined.joinBytes) / 1_000,
      'RSS MB': used.rssPeakMb,
      'loop max ms': loop.max,
    },
    faults: short(notes, [...alone.joinMarks, ...joined.joinMarks]),
    neighbourCores: used.neighbourCores,
    load: used.load,
  }
}

export const join = (
  id: string,
  servers: readonly string[],
  rounds: number,
  options: JoinOptions,
): Scenario => ({
  id,
  title: `${options.joiners} people open a wall of ${options.notes} notes at once; then again while ${WRITERS} write`,
  servers,
  rounds,
  run: (kind) =>
    withServer(kind, (server) => withCrowds(4, (crowds) => measure(server, kind, options, crowds))),
})
