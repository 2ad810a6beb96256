import { parseArgs } from 'node:util'
import type { Scenario } from './scenarios/scenario.ts'
import { storm } from './scenarios/storm.ts'
import { SUITE } from './suite.ts'

export interface Options {
  readonly scenarios: readonly Scenario[]
  readonly attempts: number
  /** Where results go; undefined: bench/results. */
  readonly out: string | undefined
}

const USAGE = `npm run bench -- [scenario…] [options]
  scenarios   ${SUITE.map((s) => s.id).join(', ')}; none: all of them
  --servers   ours,ours-ram,ours-new,yws,hp3,hp4,floorMsg,floorWin
  --rounds    how often each server has its turn
  --attempts  how often a disturbed run is repeated (default 3)
  --out       folder of the results (default bench/results)
for storm:
  --clients --writers --documents --rate (updates per second) --seconds`

export class UsageError extends Error {
  override readonly name = 'UsageError'
}

const whole = (given: string | undefined, otherwise: number): number => {
  const value = given === undefined ? otherwise : Number(given)
  if (!Number.isFinite(value) || value <= 0) throw new UsageError(`${given} is not a number\n\n${USAGE}`)
  return value
}

function read(args: readonly string[]) {
  const number = { type: 'string' } as const
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        servers: { type: 'string' },
        rounds: number,
        attempts: number,
        out: { type: 'string' },
        clients: number,
        writers: number,
        documents: number,
        rate: number,
        seconds: number,
      },
    })
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n\n${USAGE}`)
  }
}

/** @throws UsageError with what there is */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = read(args)
  const isOwnStorm = ['clients', 'writers', 'documents', 'rate', 'seconds'].some((name) => name in values)
  const unknown = positionals.find((id) => SUITE.every((scenario) => scenario.id !== id))
  if (unknown !== undefined) throw new UsageError(`no scenario ${unknown}\n\n${USAGE}`)
  if (isOwnStorm && (positionals.length !== 1 || positionals[0] !== 'storm'))
    throw new UsageError(`these parameters are for the storm\n\n${USAGE}`)
  const chosen = SUITE.filter(({ id }) => positionals.length === 0 || positionals.includes(id))
  const clients = whole(values.clients, 200)
  const own = {
    clients,
    documents: whole(values.documents, 1),
    writers: whole(values.writers, clients),
    rate: whole(values.rate, 1_000),
    seconds: whole(values.seconds, 6),
  }
  const scenarios = isOwnStorm ? chosen.map((s) => storm(s.id, s.servers, s.rounds, own)) : chosen
  return {
    scenarios: scenarios.map((scenario) => ({
      ...scenario,
      servers: values.servers?.split(',') ?? scenario.servers,
      rounds: whole(values.rounds, scenario.rounds),
    })),
    attempts: whole(values.attempts, 3),
    out: values.out,
  }
}
