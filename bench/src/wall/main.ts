/** `npm run bench:wall`: pans and zooms over our wall and over Excalidraw's, and lets notes arrive meanwhile. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { percentile } from '../report/statistics.ts'
import { show, table } from '../report/table.ts'
import { barTable, type Figures, isSettled, middle, type Run, STORM_NOTES } from './bars.ts'
import type { BoardKind, Opened } from './board.ts'
import { excalidraw } from './excalidraw.ts'
import { panAndZoom, panAndZoomSlowed, panNear, typing } from './gestures.ts'
import { pageMemory } from './memory.ts'
import { benchNotes } from './notes.ts'
import { ours, TEXT_FIELD } from './ours.ts'

const RESULTS = fileURLToPath(new URL('../../results', import.meta.url))
const BOARDS: readonly BoardKind[] = [ours, excalidraw]
const COUNTS = [500, 2_000, 10_000]
/** 200 notes a minute. */
const STORM_EVERY_MS = 300
const STORM_MS = 9_000
const STORM_KEYS = 60
/** An old telephone against this machine, about. */
const SLOWED_TIMES = 4

const spread = (name: string, values: readonly number[]): Figures => ({
  [`${name} p50`]: percentile(values, 0.5),
  [`${name} p95`]: percentile(values, 0.95),
})

async function still(kind: BoardKind, count: number): Promise<Figures> {
  const opened = await kind.open(benchNotes(count))
  try {
    const shown = await opened.count()
    if (shown !== count) throw new Error(`${kind.name} shows ${shown} of ${count} notes`)
    const { far, zoom, near, all } = await panAndZoom(opened)
    const memory = await pageMemory(opened)
    const slowed = count === STORM_NOTES ? await panAndZoomSlowed(opened, SLOWED_TIMES) : undefined
    return {
      'first ms': opened.firstMs,
      'all ms': opened.allMs,
      ...spread('far', far.gaps),
      ...spread('zoom', zoom.gaps),
      ...spread('near', near.gaps),
      ...spread('frame', all.gaps),
      ...spread('work far', far.work),
      ...spread('work', all.work),
      ...(slowed ? { ...spread('slowed', slowed.gaps), ...spread('slowed work', slowed.work) } : {}),
      'memory MB': memory,
    }
  } finally {
    await opened.close()
  }
}

/** Notes come one after another for as long as `work` lasts. */
async function whileTheyCome<T>(opened: Opened, from: number, work: () => Promise<T>): Promise<T> {
  const notes = benchNotes(from + 400).slice(from)
  let next = 0
  const timer = setInterval(() => {
    const note = notes[next++]
    // A board that cannot keep up is asked all the same.
    if (note) void opened.add(note).catch(() => {})
  }, STORM_EVERY_MS)
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}

async function storm(kind: BoardKind): Promise<Figures> {
  const opened = await kind.open(benchNotes(STORM_NOTES))
  try {
    const { first, later } = await whileTheyCome(opened, STORM_NOTES, () => panNear(opened, STORM_MS))
    const keys =
      kind === ours
        ? await whileTheyCome(opened, STORM_NOTES + 400, () => typing(opened.page, TEXT_FIELD, STORM_KEYS))
        : []
    return {
      ...spread('storm', later.gaps),
      ...spread('storm work', later.work),
      ...spread('just loaded', first.gaps),
      ...(keys.length > 0
        ? { 'typing p50': percentile(keys, 0.5), 'typing p95': percentile(keys, 0.95) }
        : {}),
    }
  } finally {
    await opened.close()
  }
}

function report(runs: readonly Run[], about: string, least: number): string {
  const figures = [...new Set(runs.flatMap((run) => Object.keys(run.figures)))]
  const columns = [...new Set(runs.map(({ board, notes }) => `${board} ${notes}`))].map((key) =>
    key.split(' '),
  )
  const rows = figures.map((figure) => [
    figure,
    ...columns.map(([board = '', notes = '']) => show(middle(runs, board, Number(notes), figure))),
  ])
  const titles = BOARDS.map(({ name, title }) => `- \`${name}\`: ${title}`).join('\n')
  return `# The wall beside Excalidraw\n\n${about}\nFrames in ms between one and the next, medians of the rounds; sixty a second are 16.7 and nothing is less. work: of one frame, until the page had nothing more to do for it. far: panning with everything seen; zoom: from there to reading and back; near: panning over what can be read; frame: all of them; slowed: the same again with a processor 4 times slower; just loaded: the first 3 s of the storm.\n\n${titles}\n\n${barTable(runs, least)}\n\n${table(['', ...columns.map((c) => c.join(' '))], rows)}\n`
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '3' },
      most: { type: 'string', default: '7' },
      boards: { type: 'string' },
      notes: { type: 'string' },
    },
  })
  const boards = BOARDS.filter(({ name }) => values.boards?.split(',').includes(name) ?? true)
  const counts = values.notes?.split(',').map(Number) ?? COUNTS
  const began = new Date()
  const runs: Run[] = []
  const keep = (board: BoardKind['name'], notes: number, round: number, figures: Figures) => {
    runs.push({ board, notes, round, figures })
    const shown = Object.entries(figures).map(([name, value]) => `${name} ${show(value)}`)
    console.log(`${board} ${notes} #${round + 1}: ${shown.join(', ')}`)
  }
  const least = Number(values.rounds)
  const most = Math.max(least, Number(values.most))
  // Boards take turns, so that a slower hour of the machine is everybody's; who agrees with themselves is not asked again.
  for (let round = 0; round < most; round++)
    for (const count of counts)
      for (const kind of boards) {
        if (isSettled(runs, kind.name, count, least)) continue
        keep(kind.name, count, round, await still(kind, count))
        if (count === STORM_NOTES) keep(kind.name, count, round, await storm(kind))
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
