/** What the figures are measured against: a floor that must hold, and an aim. */
import { ratio } from './statistics.ts'
import type { Summary } from './summary.ts'

type Lookup = (server: string, figure: string) => number | undefined

export interface Bar {
  readonly scenario: string
  readonly what: string
  readonly unit: string
  /** `most`: the figure may be at most the bar. `least`: it must be at least that. */
  readonly sense: 'most' | 'least'
  readonly bar: number
  readonly aim: number
  readonly figure: (of: Lookup) => number | undefined
}

const CPU = 'CPU µs/delivery'
const own =
  (name: string) =>
  (of: Lookup): number | undefined =>
    of('ours', name)
const lessThan =
  (server: string, name: string) =>
  (of: Lookup): number =>
    ratio(of(server, name), of('ours', name))
const timesOf =
  (server: string, name: string) =>
  (of: Lookup): number =>
    ratio(of('ours', name), of(server, name))

/** Of whichever peer is better; less is. */
const timesOfBetterPeer =
  (name: string) =>
  (of: Lookup): number =>
    ratio(of('ours', name), Math.min(of('yws', name) ?? Number.NaN, of('hp4', name) ?? Number.NaN))

const must =
  (sense: Bar['sense']) =>
  (scenario: string, what: string, unit: string, bar: number, aim: number, figure: Bar['figure']): Bar => ({
    scenario,
    what,
    unit,
    sense,
    bar,
    aim,
    figure,
  })
const most = must('most')
const least = must('least')

export const BARS: readonly Bar[] = [
  least('storm', 'CPU per delivery, less than @y/websocket-server', '×', 4, 8, lessThan('yws', CPU)),
  least('storm', 'CPU per delivery, less than Hocuspocus newest', '×', 2, 4, lessThan('hp4', CPU)),
  most('storm', 'CPU per delivery, of the floor per window', '×', 2.5, 1.5, timesOf('floorWin', CPU)),
  most('storm', 'write → visible, p99', 'ms', 100, 40, own('p99 ms')),
  most('storm', 'CPU per delivery', 'µs', 3, 1.5, own(CPU)),
  most('storm-50', 'CPU per delivery, of the better peer', '×', 2, 1, timesOfBetterPeer(CPU)),
  most('storm-200', 'write → visible, p50, of Hocuspocus newest', '×', 2, 1.3, timesOf('hp4', 'p50 ms')),
  most('storm-200', 'write → visible, p99, of Hocuspocus newest', '×', 2, 1.5, timesOf('hp4', 'p99 ms')),
  most('storm-200', 'CPU per delivery, of Hocuspocus newest', '×', 1.1, 1, timesOf('hp4', CPU)),
  most('storm-500', 'write → visible, p99', 'ms', 150, 150, own('p99 ms')),
  most(
    'storm-1000',
    'write → visible, p99 (an aim only)',
    'ms',
    Number.POSITIVE_INFINITY,
    150,
    own('p99 ms'),
  ),
  most('lone', 'a lone update, p50, of the better peer', '×', 1.5, 1.15, timesOfBetterPeer('p50 ms')),
  most('sessions', 'CPU per delivery, of the better peer', '×', 1.1, 0.8, timesOfBetterPeer(CPU)),
  least('join-10000', 'server CPU, less than Hocuspocus newest', '×', 8, 15, lessThan('hp4', 'CPU s')),
  most('join-10000', 'live updates meanwhile, p99', 'ms', 100, 40, own('live p99 ms')),
  most('cursors', 'share of a core', '%', 25, 12, own('core %')),
  least('arrivals', 'joined', '%', 100, 100, own('joined %')),
  most('arrivals', 'join, p99', 'ms', 3_000, 1_000, own('p99 ms')),
  most('arrivals', 'event loop, p99', 'ms', 100, 100, own('loop p99 ms')),
  most('stalled', 'RSS more for 20 stalled readers', 'MB', 20, 20, own('RSS more MB')),
  most('idle', 'per person and minute, timed activity', 'B', 1_000, 300, own('B/person/min')),
]

export interface Verdict {
  readonly bar: Bar
  /** Undefined: it should have been measured and was not. */
  readonly value: number | undefined
  readonly disturbed: boolean
  readonly word: string
}

function judge({ sense, bar, aim }: Bar, value: number): string {
  const reaches = (wanted: number): boolean => (sense === 'most' ? value <= wanted : value >= wanted)
  if (reaches(aim)) return 'reaches the aim'
  const holds = reaches(bar)
  const wanted = holds ? aim : bar
  const short = sense === 'most' ? value / wanted : wanted / value
  return `${holds ? 'holds; the aim is missed' : 'MISSES'} by ${Math.round((short - 1) * 100)} %`
}

/** The bars of the scenarios that were played by all whom they compare. A figure that should be there and is not misses its bar. */
export function verdicts(summaries: readonly Summary[], bars = BARS): Verdict[] {
  return bars.flatMap((bar) => {
    const played = summaries.filter((s) => s.scenario === bar.scenario)
    let isPlayed = true
    const value = bar.figure((server, figure) => {
      const summary = played.find((s) => s.server === server)
      isPlayed &&= summary !== undefined
      return summary?.figures[figure]
    })
    if (!isPlayed) return []
    const disturbed = played.some((s) => s.disturbed)
    const isMissing = value === undefined || Number.isNaN(value)
    return [
      isMissing
        ? { bar, value: undefined, disturbed, word: 'MISSES: no figure' }
        : { bar, value, disturbed, word: judge(bar, value) },
    ]
  })
}

/** What was played and has no figure: a bench that lost one must not look as if all were well. */
export const withoutFigure = (summaries: readonly Summary[]): readonly string[] =>
  verdicts(summaries).flatMap(({ bar, value }) =>
    value === undefined ? [`${bar.scenario}: ${bar.what}`] : [],
  )
