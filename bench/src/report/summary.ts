import type { Run } from '../session.ts'
import { median } from './statistics.ts'

/** One server's medians in one scenario, over the runs that count. */
export interface Summary {
  readonly scenario: string
  readonly server: string
  readonly figures: Readonly<Record<string, number>>
  readonly runs: number
  readonly voids: number
  /** True: no run counted, so these are of void ones and only say that it works. */
  readonly disturbed: boolean
  readonly faults: readonly string[]
}

function medians(runs: readonly Run[]): Record<string, number> {
  const names = [...new Set(runs.flatMap((run) => Object.keys(run.figures)))]
  return Object.fromEntries(
    names.map((name) => [name, median(runs.flatMap((run) => run.figures[name] ?? []))]),
  )
}

function summaryOf(scenario: string, server: string, runs: readonly Run[]): Summary {
  const valid = runs.filter((run) => run.void === undefined)
  const counted = valid.length > 0 ? valid : runs
  return {
    scenario,
    server,
    figures: medians(counted),
    runs: counted.length,
    voids: runs.length - valid.length,
    disturbed: valid.length === 0,
    faults: [...new Set(counted.flatMap((run) => run.faults))],
  }
}

/** In the order in which scenarios and servers first appeared. */
export function summarise(runs: readonly Run[]): Summary[] {
  const groups = new Map<string, Run[]>()
  for (const run of runs) {
    const key = `${run.scenario} ${run.server}`
    groups.set(key, [...(groups.get(key) ?? []), run])
  }
  return [...groups.values()].flatMap((group) =>
    group[0] === undefined ? [] : [summaryOf(group[0].scenario, group[0].server, group)],
  )
}
