/** Where notes stand in columns: each goes to the shortest, and stays where it is when others come. */

import type { WallNote } from '@escale/shared'

export interface Columns {
  readonly count: number
  readonly heights: readonly number[]
  readonly of: ReadonlyMap<string, number>
}

export const emptyColumns = (count: number): Columns => ({
  count,
  heights: Array.from({ length: count }, () => 0),
  of: new Map(),
})

/**
 * Gives every id of `ids` a column. Ids that had one keep it, so that nothing jumps; the others go, in order, to whichever
 * column is the shortest then.
 */
export function placeInColumns(
  ids: readonly string[],
  count: number,
  heightOf: (id: string) => number,
  before: Columns,
): Columns {
  const start = before.count === count ? before : emptyColumns(count)
  const heights = Array.from({ length: count }, () => 0)
  const of = new Map<string, number>()
  const fresh: string[] = []
  for (const id of ids) {
    const column = start.of.get(id)
    if (column === undefined) fresh.push(id)
    else {
      of.set(id, column)
      heights[column] = (heights[column] ?? 0) + heightOf(id)
    }
  }
  for (const id of fresh) {
    let shortest = 0
    for (let i = 1; i < count; i++) if ((heights[i] ?? 0) < (heights[shortest] ?? 0)) shortest = i
    of.set(id, shortest)
    heights[shortest] = (heights[shortest] ?? 0) + heightOf(id)
  }
  return { count, heights, of }
}

export interface Piles {
  /** From the upper edge of the list, px. */
  readonly tops: ReadonlyMap<string, number>
  /** Of the tallest column, px. */
  readonly height: number
}

/** Where each stands in its column, each right below the one before. */
export function pileUp(
  ids: readonly string[],
  { count, of }: Columns,
  heightOf: (id: string) => number,
): Piles {
  const ends = Array.from({ length: count }, () => 0)
  const tops = new Map<string, number>()
  for (const id of ids) {
    const column = of.get(id) ?? 0
    const top = ends[column] ?? 0
    tops.set(id, top)
    ends[column] = top + heightOf(id)
  }
  return { tops, height: Math.max(0, ...ends) }
}

export type Paper = Pick<WallNote, 'text' | 'picture' | 'drawing'>
export const NO_PAPER: Paper = { text: '', picture: '', drawing: '' }
/** Of a picture or a drawing, in widths of its column, about. */
const ART_HEIGHT = 0.75

/** A guess before anything is measured, px: enough to share notes out fairly. */
export function guessHeight(note: Paper | undefined, columnPx: number, fontPx: number): number {
  const { text, picture, drawing } = note ?? NO_PAPER
  const art = (picture === '' ? 0 : 1) + (drawing === '' ? 0 : 1)
  const perLine = Math.max(8, (columnPx - 2 * fontPx) / (0.5 * fontPx))
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)), 0)
  return lines * fontPx * 1.35 + 3 * fontPx + art * columnPx * ART_HEIGHT
}

/** The columns as they were, with what the viewer dropped elsewhere where it was dropped. */
export function withHints(before: Columns, hints: ReadonlyMap<string, number>): Columns {
  if (hints.size === 0) return before
  const of = new Map(before.of)
  for (const [id, column] of hints) if (of.has(id) && column < before.count) of.set(id, column)
  return { ...before, of }
}
