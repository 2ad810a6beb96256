/** What is done to each wall, and what is noted of it. */
import { percentile } from '../report/statistics.ts'
import { type Figures, STORM_NOTES } from './bars.ts'
import type { BoardKind, ListKind, Opened, WallName } from './board.ts'
import {
  type Frames,
  goOnWith,
  panAndZoom,
  panNear,
  scroll,
  scrolled,
  slowedDown,
  typing,
} from './gestures.ts'
import { pageMemory } from './memory.ts'
import { benchNotes } from './notes.ts'
import { TEXT_FIELD } from './ours.ts'

/** 200 notes a minute. */
const STORM_EVERY_MS = 300
const STORM_MS = 9_000
const STORM_KEYS = 60
/** An old telephone against this machine, about. */
const SLOWED_TIMES = 4

export interface MeasuredWall {
  readonly name: WallName
  readonly title: string
  readonly still: (count: number) => Promise<Figures>
  /** While notes come. */
  readonly storm: () => Promise<Figures>
}

const spread = (name: string, values: readonly number[]): Figures => ({
  [`${name} p50`]: percentile(values, 0.5),
  [`${name} p95`]: percentile(values, 0.95),
})
const framesOf = (name: string, work: string, { gaps, work: each }: Frames): Figures => ({
  ...spread(name, gaps),
  ...spread(work, each),
})

/** Opens a wall of so many notes, and closes it again whatever happens. */
async function opened<O extends Opened>(
  kind: { readonly name: string; readonly open: (notes: ReturnType<typeof benchNotes>) => Promise<O> },
  count: number,
  work: (opened: O) => Promise<Figures>,
): Promise<Figures> {
  const wall = await kind.open(benchNotes(count))
  try {
    const shown = await wall.count()
    if (shown !== count) throw new Error(`${kind.name} shows ${shown} of ${count} notes`)
    return await work(wall)
  } finally {
    await wall.close()
  }
}

/** Notes come one after another for as long as `work` lasts. */
async function whileTheyCome<T>(wall: Opened, from: number, work: () => Promise<T>): Promise<T> {
  const notes = benchNotes(from + 400).slice(from)
  let next = 0
  const timer = setInterval(() => {
    const note = notes[next++]
    // A wall that cannot keep up is asked all the same.
    if (note) void wall.add(note).catch(() => {})
  }, STORM_EVERY_MS)
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}

/** Pans and zooms. */
export const onBoard = (kind: BoardKind): MeasuredWall => ({
  ...kind,
  still: (count) =>
    opened(kind, count, async (board) => {
      const { far, zoom, near, all } = await panAndZoom(board)
      const memory = await pageMemory(board)
      const slowed =
        count === STORM_NOTES
          ? (await slowedDown(board, SLOWED_TIMES, () => panAndZoom(board))).all
          : undefined
      return {
        'first ms': board.firstMs,
        'all ms': board.allMs,
        ...spread('far', far.gaps),
        ...spread('zoom', zoom.gaps),
        ...spread('near', near.gaps),
        ...spread('frame', all.gaps),
        ...spread('work far', far.work),
        ...spread('work', all.work),
        ...(slowed ? framesOf('slowed', 'slowed work', slowed) : {}),
        'memory MB': memory,
      }
    }),
  storm: () =>
    opened(kind, STORM_NOTES, async (board) => {
      const { first, later } = await whileTheyCome(board, STORM_NOTES, () => panNear(board, STORM_MS))
      const keys =
        kind.name === 'ours'
          ? await whileTheyCome(board, STORM_NOTES + 400, () => typing(board.page, TEXT_FIELD, STORM_KEYS))
          : []
      return {
        ...framesOf('storm', 'storm work', later),
        ...spread('just loaded', first.gaps),
        ...(keys.length > 0 ? spread('typing', keys) : {}),
      }
    }),
})

/** Scrolls. */
export const inList = (kind: ListKind): MeasuredWall => ({
  ...kind,
  still: (count) =>
    opened(kind, count, async (list) => {
      const frames = await scrolled(list)
      const memory = await pageMemory(list)
      const slowed =
        count === STORM_NOTES ? await slowedDown(list, SLOWED_TIMES, () => scrolled(list)) : undefined
      return {
        'first ms': list.firstMs,
        'all ms': list.allMs,
        ...framesOf('frame', 'work', frames),
        ...(slowed ? framesOf('slowed', 'slowed work', slowed) : {}),
        'memory MB': memory,
      }
    }),
  storm: () =>
    opened(kind, STORM_NOTES, async (list) => {
      const { first, later } = await whileTheyCome(list, STORM_NOTES, () => goOnWith(list, scroll, STORM_MS))
      return { ...framesOf('storm', 'storm work', later), ...spread('just loaded', first.gaps) }
    }),
})
