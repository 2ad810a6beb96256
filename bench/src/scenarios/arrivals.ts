/** d. Everybody comes at once, from one address: the door, the join, the socket, the first frame. Ours only. */
import { watch } from '../measure/watch.ts'
import type { People } from '../people/messages.ts'
import { withPeople } from '../people/with-people.ts'
import { spreadOf } from '../report/statistics.ts'
import type { RunningServer } from '../servers/server.ts'
import { openActivity, PLAIN_SLIDE } from '../servers/sessions.ts'
import { brief, type RunOutcome, type Scenario, withServer } from './scenario.ts'

export interface ArrivalsOptions {
  readonly people: number
  readonly seconds: number
}

const PROCESSES = 2

async function measure(
  server: RunningServer,
  { people, seconds }: ArrivalsOptions,
  processes: readonly People[],
): Promise<RunOutcome> {
  const baseUrl = `http://127.0.0.1:${server.port}`
  const facilitator = await openActivity(baseUrl, 'slide', PLAIN_SLIDE)
  const place = { baseUrl, session: facilitator.created.session }
  const each = Math.ceil(people / processes.length)
  await server.eventLoop()
  const using = watch(server.pid)
  const arrivals = await Promise.all(
    processes.map((process, index) => process.arrive(place, each, index * each, seconds * 1_000)),
  )
  const used = using.stop()
  const loop = await server.eventLoop()
  facilitator.close()
  const joinMs = arrivals.flatMap((a) => a.joinMs)
  const spread = spreadOf(joinMs)
  return {
    figures: {
      'joined %': (100 * joinMs.length) / (each * processes.length),
      'p50 ms': spread.p50,
      'p95 ms': spread.p95,
      'p99 ms': spread.p99,
      'max ms': spread.max,
      'CPU ms/join': used.cpuMs / joinMs.length,
      'core %': (100 * used.cpuMs) / used.wallMs,
      'RSS MB': used.rssPeakMb,
      'loop p99 ms': loop.p99,
      'loop max ms': loop.max,
    },
    faults: brief(arrivals.flatMap((a) => a.failures)),
    neighbourCores: used.neighbourCores,
    load: used.load,
  }
}

export const arrivals = (rounds: number, options: ArrivalsOptions): Scenario => ({
  id: 'arrivals',
  title: `${options.people} people join one session within ${options.seconds} s, from one address`,
  servers: ['ours'],
  rounds,
  run: (kind) =>
    withServer(kind, (server) => withPeople(PROCESSES, (people) => measure(server, options, people))),
})
