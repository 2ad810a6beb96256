import type { Scenario } from '../scenarios/scenario.ts'
import { serverNamed } from '../servers/registry.ts'
import type { Run } from '../session.ts'
import { verdicts } from './bars.ts'
import { ratio } from './statistics.ts'
import { type Summary, summarise } from './summary.ts'
import { show, table } from './table.ts'

const COMPARED = 'CPU µs/delivery'

function scenarioTable(summaries: readonly Summary[]): string {
  const names = [...new Set(summaries.flatMap((s) => Object.keys(s.figures)))]
  const ours = summaries.find((s) => s.server === 'ours')?.figures[COMPARED]
  const compares = summaries.length > 1 && ours !== undefined
  const rows = summaries.map(({ server, figures, runs, voids, disturbed }) => [
    server,
    ...names.map((name) => show(figures[name])),
    ...(compares ? [show(ratio(figures[COMPARED], ours))] : []),
    disturbed ? `all ${voids} void` : voids > 0 ? `${runs} (${voids} void)` : String(runs),
  ])
  return table(['server', ...names, ...(compares ? ['CPU × ours'] : []), 'runs'], rows)
}

const faultsOf = (summaries: readonly Summary[]): string[] =>
  summaries.flatMap(({ server, faults }) => faults.map((fault) => `- ${server}: ${fault}`))

function barTable(summaries: readonly Summary[]): string {
  const rows = verdicts(summaries).map(({ bar, value, disturbed, word }) => [
    bar.scenario,
    bar.what,
    value === undefined ? 'nothing' : `${show(value)} ${bar.unit}`,
    Number.isFinite(bar.bar) ? `${bar.sense === 'most' ? '≤' : '≥'} ${show(bar.bar)} ${bar.unit}` : '',
    `${bar.sense === 'most' ? '≤' : '≥'} ${show(bar.aim)} ${bar.unit}`,
    disturbed ? `${word} (disturbed)` : word,
  ])
  return table(['scenario', 'what', 'measured', 'at least', 'aim', ''], rows)
}

/** The whole report as Markdown. */
export function report(
  scenarios: readonly Scenario[],
  runs: readonly Run[],
  about: readonly string[],
): string {
  const summaries = summarise(runs)
  const played = scenarios.filter(({ id }) => summaries.some((s) => s.scenario === id))
  const parts = played.map(({ id, title }) => {
    const its = summaries.filter((s) => s.scenario === id)
    return [`## ${id}: ${title}`, scenarioTable(its), ...faultsOf(its)].join('\n\n')
  })
  const servers = [...new Set(runs.map((run) => run.server))]
  const legend = servers.map((name) => `- \`${name}\`: ${serverNamed(name).title}`)
  return [
    '# Results',
    about.join('\n'),
    legend.join('\n'),
    '## Against the bars',
    barTable(summaries),
    ...parts,
    '',
  ].join('\n\n')
}
