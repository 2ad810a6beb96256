/** What is judged of the walls, and when it has been seen often enough. */
import { median } from '../report/statistics.ts'
import { show, table } from '../report/table.ts'
import type { WallName } from './board.ts'
import { isSteady } from './steady.ts'

export const STORM_NOTES = 2_000

export type Figures = Readonly<Record<string, number>>
/** What one board showed in one round. */
export interface Run {
  readonly board: WallName
  readonly notes: number
  readonly round: number
  readonly figures: Figures
}

/** The median over the rounds; NaN when it was never measured. */
export const middle = (runs: readonly Run[], board: string, notes: number, figure: string): number =>
  median(
    runs.flatMap((run) => (run.board === board && run.notes === notes ? (run.figures[figure] ?? []) : [])),
  )

/** What is judged of each of our walls: at how many notes, and the most that it may be. A ratio is to Excalidraw's. */
const OF_EACH = [
  { what: 'p95 work of a frame, 2 000 notes', notes: 2_000, figure: 'work p95', most: 0.5, ratio: true },
  {
    what: 'the same, a processor 4 times slower',
    notes: 2_000,
    figure: 'slowed work p95',
    most: 0.5,
    ratio: true,
  },
  { what: 'p95 frame, 2 000 notes', notes: 2_000, figure: 'frame p95', most: 20 },
  { what: 'p95 frame, 10 000 notes', notes: 10_000, figure: 'frame p95', most: 50 },
  { what: 'p95 frame, 2 000 notes, 200 more a minute', notes: STORM_NOTES, figure: 'storm p95', most: 20 },
  { what: 'the same, page just loaded', notes: STORM_NOTES, figure: 'just loaded p95', most: 20 },
] as const
const OURS = ['ours', 'columns', 'zones'] as const satisfies readonly WallName[]
const BARS = [
  ...OURS.flatMap((board) => OF_EACH.map((bar) => ({ ...bar, board }))),
  {
    board: 'ours',
    what: 'key to frame, p95, 200 notes a minute',
    notes: STORM_NOTES,
    figure: 'typing p95',
    most: 50,
  },
] as const

/** The figures of one wall at one number of notes that a bar looks at. */
const judged = (board: WallName, notes: number): readonly string[] =>
  BARS.filter(
    (bar) => bar.notes === notes && (bar.board === board || (board === 'excalidraw' && 'ratio' in bar)),
  ).map((bar) => bar.figure)

/** Has what is judged of this board been seen often enough to be believed? */
export function isSettled(runs: readonly Run[], board: WallName, notes: number, least: number): boolean {
  const its = runs.filter((run) => run.board === board && run.notes === notes)
  const rounds = new Set(its.map((run) => run.round)).size
  return (
    rounds >= least &&
    judged(board, notes).every((figure) =>
      isSteady(
        its.flatMap((run) => run.figures[figure] ?? []),
        least,
      ),
    )
  )
}

export function barTable(runs: readonly Run[], least: number): string {
  const rows = BARS.map((bar) => {
    const own = middle(runs, bar.board, bar.notes, bar.figure)
    const value = 'ratio' in bar ? own / middle(runs, 'excalidraw', bar.notes, bar.figure) : own
    const isUnsteady = !isSettled(runs, bar.board, bar.notes, least)
    const what = `${bar.board}: ${bar.what}${isUnsteady ? ' (never steady)' : ''}`
    return [what, 'ratio' in bar ? 'of Excalidraw’s' : 'ms', value, bar.most] as const
  })
  return table(
    ['what', 'unit', 'measured', 'at most', ''],
    rows.map(([what, unit, value, bar]) => [
      what,
      unit,
      show(value),
      show(bar),
      Number.isNaN(value) ? '–' : value <= bar ? 'holds' : 'DOES NOT HOLD',
    ]),
  )
}
