/** `npm run bench`: plays the scenarios, prints what was measured, and keeps it under bench/results. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fsyncMs } from './measure/fsync.ts'
import { readOptions, UsageError } from './options.ts'
import { withoutFigure } from './report/bars.ts'
import { report } from './report/report.ts'
import { summarise } from './report/summary.ts'
import { show } from './report/table.ts'
import { type Run, Session } from './session.ts'

const RESULTS = fileURLToPath(new URL('../results', import.meta.url))

function tell({ scenario, server, round, figures, faults, void: reason }: Run): void {
  const shown = Object.entries(figures).map(([name, value]) => `${name} ${show(value)}`)
  const complaints = [...(reason === undefined ? [] : [`void: ${reason}`]), ...faults]
  console.log(
    `${scenario} ${server} #${round + 1}: ${shown.join(', ')}${complaints.length > 0 ? `  [${complaints.join('; ')}]` : ''}`,
  )
}

function about(session: Session, began: Date): string[] {
  const loads = session.runs.map((run) => run.load)
  return [
    `${began.toISOString()}, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}, fsync ${show(fsyncMs())} ms,`,
    `reference spin ${show(session.bestSpinMs)} ms, load average ${show(Math.min(...loads))} to ${show(Math.max(...loads))},`,
    `${session.runs.filter((run) => run.void !== undefined).length} of ${session.runs.length} runs void.`,
  ]
}

async function main(): Promise<void> {
  const { scenarios, attempts, out = RESULTS } = readOptions(process.argv.slice(2))
  const began = new Date()
  const session = new Session({ attempts, onRun: tell })
  for (const scenario of scenarios) await session.play(scenario)
  const text = report(scenarios, session.runs, about(session, began))
  console.log(`\n${text}`)
  mkdirSync(out, { recursive: true })
  const name = join(out, began.toISOString().slice(0, 19).replaceAll(':', '-'))
  writeFileSync(`${name}.md`, text)
  writeFileSync(
    `${name}.json`,
    `${JSON.stringify({ about: about(session, began), runs: session.runs }, null, 1)}\n`,
  )
  console.log(`${name}.md, .json`)
  const missing = withoutFigure(summarise(session.runs))
  for (const what of missing) console.error(`no figure for ${what}`)
  if (missing.length > 0) process.exitCode = 1
}

// So that what is to be tidied at the exit is.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1))

main().catch((error: unknown) => {
  console.error(error instanceof UsageError ? error.message : error)
  process.exit(1)
})
