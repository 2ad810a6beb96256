/** Where notes stand after a move: pure, from the notes as they are now. */
import { isStacked, notesOf, orderAt, orderBetween, type WallItem, type WallNote } from '@escale/shared'

export interface Place {
  readonly id: string
  readonly zone: string
  readonly order: string
}

/** So many keys in order between two, short ones. */
function keysBetween(low: string | null, high: string | null, count: number): string[] {
  if (count === 0) return []
  const middle = orderBetween(low, high)
  const before = Math.floor((count - 1) / 2)
  return [...keysBetween(low, middle, before), middle, ...keysBetween(middle, high, count - 1 - before)]
}

/** As many notes of the same key as are keyed anew for one move. */
const RUN_MAX = 200

export interface Move {
  /** In order; what moves. */
  readonly moved: readonly WallNote[]
  /** The first notes of all other items of the zone, in order. */
  readonly others: readonly WallNote[]
  /** Before which of the others; their number: behind all. */
  readonly at: number
  readonly zone: string
  /** May the mover give others' notes new keys? Notes without a name are dated to the minute: many have the same key. */
  readonly mayMoveOthers: boolean
  /** Server time, ms: what is put behind all stands before what is written later. */
  readonly now: number
}

/** The places of the moved notes, and of those others whose keys left no room between. */
export function placesAt({ moved, others, at, zone, mayMoveOthers, now }: Move): readonly Place[] {
  const low = others[at - 1]?.order ?? null
  let end = at
  if (low !== null) while (end < others.length && (others[end]?.order ?? '') <= low) end++
  const run = others.slice(at, end)
  const pushed = mayMoveOthers && run.length <= RUN_MAX ? run : []
  const after = others[end]?.order ?? null
  const soon = orderAt(now)
  const high = after ?? (low === null || low < soon ? soon : null)
  const keys = keysBetween(low, high, moved.length + pushed.length)
  return [...moved, ...pushed].map((note, i) => ({
    id: note.id,
    zone: i < moved.length ? zone : note.zone,
    order: keys[i] ?? note.order,
  }))
}

export const firstOf = (item: WallItem): WallNote => (isStacked(item) ? (item.notes[0] as WallNote) : item)

/** Which way an item goes within its zone. */
export type Step = 'up' | 'down' | 'first' | 'last'

/** The place before which an item lands, among the others; null: it is there already. */
export function targetOf(step: Step, at: number, count: number): number | null {
  const last = count - 1
  const to = { up: at - 1, down: at + 1, first: 0, last }[step]
  return to < 0 || to > last || to === at ? null : to
}

/** An item's own notes and, of all other items of its zone, the first ones. */
export function aside(items: readonly WallItem[], id: string) {
  const at = items.findIndex((item) => item.id === id)
  const item = items[at]
  return item === undefined
    ? undefined
    : {
        at,
        moved: notesOf(item),
        others: items.filter((one) => one.id !== id).map(firstOf),
      }
}
