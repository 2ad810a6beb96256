/** `npm run bench:wall`: pans and zooms over our wall and over Excalidraw's, scrolls through ours in columns, and lets notes arrive meanwhile. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { show, table } from '../report/table.ts'
import { barTable, type Figures, isSettled, middle, type Run, STORM_NOTES } from './bars.ts'
import type { WallName } from './board.ts'
import { columns, zones } from './console.ts'
import { excalidraw } from './excalidraw.ts'
import { inList, onBoard } from './measured.ts'
import { ours } from './ours.ts'

const RESULTS = fileURLToPath(new URL('../../results', import.meta.url))
const WALLS = [onBoard(ours), inList(columns), inList(zones), onBoard(excalidraw)]
const COUNTS = [500, 2_000, 10_000]

function report(runs: readonly Run[], about: string, least: number): string {
  const figures = [...new Set(runs.flatMap((run) => Object.keys(run.figures)))]
  const heads = [...new Set(runs.map(({ board, notes }) => `${board} ${notes}`))].map((key) => key.split(' '))
  const rows = figures.map((figure) => [
    figure,
    ...heads.map(([board = '', notes = '']) => show(middle(runs, board, Number(notes), figure))),
  ])
  const titles = WALLS.map(({ name, title }) => `- \`${name}\`: ${title}`).join('\n')
  return `# The wall beside Excalidraw\n\n${about}\nFrames in ms between one and the next, medians of the rounds; sixty a second are 16.7 and nothing is less. work: of one frame, until the page had nothing more to do for it. Boards: far: panning with everything seen; zoom: from there to reading and back; near: panning over what can be read; frame: all of them. Lists: frame: scrolling down and up. slowed: the same again with a processor 4 times slower; just loaded: the first 3 s of the storm.\n\n${titles}\n\n${barTable(runs, least)}\n\n${table(['', ...heads.map((c) => c.join(' '))], rows)}\n`
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '3' },
      most: { type: 'string', default: '7' },
      walls: { type: 'string' },
      notes: { type: 'string' },
    },
  })
  const walls = WALLS.filter(({ name }) => values.walls?.split(',').includes(name) ?? true)
  const counts = values.notes?.split(',').map(Number) ?? COUNTS
  const began = new Date()
  const runs: Run[] = []
  const keep = (board: WallName, notes: number, round: number, figures: Figures) => {
    runs.push({ board, notes, round, figures })
    const shown = Object.entries(figures).map(([name, value]) => `${name} ${show(value)}`)
    console.log(`${board} ${notes} #${round + 1}: ${shown.join(', ')}`)
  }
  const least = Number(values.rounds)
  const most = Math.max(least, Number(values.most))
  // Walls take turns, so that a slower hour of the machine is everybody's; who agrees with themselves is not asked again.
  for (let round = 0; round < most; round++)
    for (const count of counts)
      for (const wall of walls) {
        if (isSettled(runs, wall.name, count, least)) continue
        keep(wall.name, count, round, await wall.still(count))
        if (count === STORM_NOTES) keep(wall.name, count, round, await wall.storm())
      }
  const about = `${began.toISOString()}, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}, Chromium without a graphics card, ${least} to ${most} rounds, until each figure with a bar is steady.`
  const text = report(runs, about, least)
  console.log(`\n${text}`)
  mkdirSync(RESULTS, { recursive: true })
  const name = join(RESULTS, `wall-${began.toISOString().slice(0, 19).replaceAll(':', '-')}`)
  writeFileSync(`${name}.md`, text)
  writeFileSync(`${name}.json`, `${JSON.stringify({ about, runs }, null, 1)}\n`)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1))

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
