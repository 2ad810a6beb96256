/** e. What people are sent while an activity runs: in the groups of a round-table, and where nothing happens at all. Ours only. */
import type { Facilitator } from '@escale/bots'
import type { RoundTableView } from '@escale/shared/activities/round-table'
import { PLAIN_WALL, SHARED_WALL } from '@escale/shared/activities/wall'
import { pause } from '../measure/clock.ts'
import { type Meter, startMeter } from '../measure/meter.ts'
import { watch } from '../measure/watch.ts'
import type { People } from '../people/messages.ts'
import { withPeople } from '../people/with-people.ts'
import type { RunningServer } from '../servers/server.ts'
import { openActivity, PLAIN_SLIDE, TABLES_OF_TEN } from '../servers/sessions.ts'
import { brief, type RunOutcome, type Scenario, withServer } from './scenario.ts'

export interface QuietOptions {
  readonly people: number
  /** A multiple of 25, so that it holds whole turns of the socket's own pings. */
  readonly seconds: number
}

const PROCESSES = 2
const SETTLE_MS = 3_000
const LAUNCH_SETTLE_MS = 5_000
const LIVE_WITHIN_MS = 8_000
const MINUTE_S = 60

interface Stage {
  readonly kind: string
  readonly definition: unknown
  /** Brings the people in and the activity to where it is measured. */
  readonly set: (
    facilitator: Facilitator,
    people: readonly People[],
    place: { readonly baseUrl: string; readonly session: string },
    count: number,
  ) => Promise<void>
}

const watchersOf =
  (document: string | null): Stage['set'] =>
  async (facilitator, processes, place, count) => {
    const activity = facilitator.sight.activity?.id ?? ''
    await Promise.all(
      processes.map((process, index) =>
        process.watch(place, count, index * count, document === null ? null : [activity, document]),
      ),
    )
    await pause(SETTLE_MS)
  }

const inGroups: Stage['set'] = async (facilitator, processes, place, count) => {
  await Promise.all(processes.map((process) => process.live(place, count, LIVE_WITHIN_MS)))
  const everybody = count * processes.length
  await facilitator.until((sight) => (sight.headcount?.here ?? 0) >= everybody)
  const activity = facilitator.sight.activity?.id ?? ''
  const view = facilitator.sight.activity?.view as RoundTableView | undefined
  const choice = view?.console?.choice
  for (const action of [{ type: 'propose', choice, repair: 'smaller', redraw: false }, { type: 'launch' }])
    await facilitator.do({ type: 'act', activity, action })
  await pause(LAUNCH_SETTLE_MS)
}

async function measure(
  server: RunningServer,
  meter: Meter,
  { people, seconds }: QuietOptions,
  stage: Stage,
  processes: readonly People[],
): Promise<RunOutcome> {
  // The facilitator comes by another way, and is not counted.
  const facilitator = await openActivity(`http://127.0.0.1:${server.port}`, stage.kind, stage.definition)
  const place = { baseUrl: `http://127.0.0.1:${meter.port}`, session: facilitator.created.session }
  await stage.set(facilitator, processes, place, Math.ceil(people / processes.length))
  const before = meter.read()
  const using = watch(server.pid)
  await pause(seconds * 1_000)
  const used = using.stop()
  const after = meter.read()
  facilitator.close()
  const perMinute = (bytes: number): number => (bytes * MINUTE_S) / seconds / people
  return {
    figures: {
      'B/person/min': perMinute(after.down - before.down),
      'B up/person/min': perMinute(after.up - before.up),
      'core %': (100 * used.cpuMs) / used.wallMs,
      'RSS MB': used.rssPeakMb,
    },
    faults: brief((await Promise.all(processes.map((process) => process.troubles()))).flat()),
    neighbourCores: used.neighbourCores,
    load: used.load,
  }
}

const quiet = (id: string, title: string, options: QuietOptions, stage: Stage): Scenario => ({
  id,
  title: `${options.people} people, ${title}, ${options.seconds} s`,
  servers: ['ours'],
  rounds: 1,
  run: (kind) =>
    withServer(kind, async (server) => {
      const meter = await startMeter(server.port)
      try {
        return await withPeople(PROCESSES, (people) => measure(server, meter, options, stage, people))
      } finally {
        meter.stop()
      }
    }),
})

export const idle = (options: QuietOptions): Scenario =>
  quiet('idle', 'a timed activity in which nothing happens', options, {
    kind: 'slide',
    definition: PLAIN_SLIDE,
    set: watchersOf(null),
  })

export const idleWall = (options: QuietOptions): Scenario =>
  quiet('idle-wall', 'a wall on which nobody writes', options, {
    kind: 'wall',
    definition: PLAIN_WALL,
    set: watchersOf(SHARED_WALL),
  })

export const roundTable = (options: QuietOptions): Scenario =>
  quiet('round-table', 'groups of ten with turns and notes', options, {
    kind: 'round-table',
    definition: TABLES_OF_TEN,
    set: inGroups,
  })
