/**
 * `npm run bench:visio`: the visio of 24 April with two hundred people who speak the protocol, and three real pages: a console of
 * 1366×768, the room's screen of 1920×1080 and a phone that is four times slower. `--short` plays it with sixty, and
 * judges only that each step came to its end and nobody met trouble.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Figure, report } from './figures.ts'
import { openStage } from './stage.ts'
import { SHORT, STEPS, WHOLE } from './steps.ts'

const RESULTS = fileURLToPath(new URL('../../results', import.meta.url))

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { short: { type: 'boolean', default: false } } })
  const size = values.short ? SHORT : WHOLE
  const began = new Date()
  const figures: Figure[] = []
  const stage = await openStage(size.people)
  try {
    for (const { name, play } of STEPS) {
      console.log(`# ${name}`)
      await play(stage, size, (figure) => figures.push({ ...figure, step: name }))
    }
  } finally {
    await stage.close()
  }
  const about = `${began.toISOString()}, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}, Chromium without a graphics card, ${size.people} people, ${size.notes} notes, one run. Crowd, server and browser share the machine.`
  const text = report(figures, about)
  console.log(`\n${text}`)
  const impossible = figures.filter(({ value }) => !Number.isFinite(value) || value < 0)
  for (const { step, of, what } of impossible) console.error(`not measured: ${step}: ${of}: ${what}`)
  for (const trouble of stage.troubles) console.error(`somebody met: ${trouble}`)
  if (!values.short) {
    mkdirSync(RESULTS, { recursive: true })
    const name = join(RESULTS, `visio-${began.toISOString().slice(0, 19).replaceAll(':', '-')}`)
    writeFileSync(`${name}.md`, text)
    writeFileSync(`${name}.json`, `${JSON.stringify({ about, figures }, null, 1)}\n`)
  }
  process.exit(impossible.length + stage.troubles.length > 0 ? 1 : 0)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1))

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
