/** The board cut in squares, so that only what is near is in the page, and only what changed is looked at again. */
import type { Point, Rect, WallNote } from '@escale/shared'

export interface PlacedNote {
  readonly note: WallNote
  /** Its middle, in board units. */
  readonly x: number
  readonly y: number
}

export interface Chunk {
  readonly key: string
  readonly notes: readonly PlacedNote[]
}

export type Chunks = ReadonlyMap<string, Chunk>

/** How many squares of this side a rectangle touches, and their keys. */
export function keysWithin(rect: Rect, side: number): string[] {
  const keys: string[] = []
  const [right, bottom] = [(rect.x + rect.width) / side, (rect.y + rect.height) / side]
  for (let row = Math.floor(rect.y / side); row <= bottom; row++)
    for (let column = Math.floor(rect.x / side); column <= right; column++) keys.push(`${column},${row}`)
  return keys
}

const isSame = (a: readonly PlacedNote[], b: readonly PlacedNote[]): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i])

/** Where every note stands; entries whose note and place are as before stay the same objects. */
export function placeAll(
  notes: readonly WallNote[],
  placed: ReadonlyMap<string, Point>,
  before: ReadonlyMap<string, PlacedNote>,
): ReadonlyMap<string, PlacedNote> {
  const next = new Map<string, PlacedNote>()
  for (const note of notes) {
    const point = placed.get(note.id)
    if (!point) continue
    const held = before.get(note.id)
    next.set(
      note.id,
      held && held.note === note && held.x === point.x && held.y === point.y
        ? held
        : { note, x: point.x, y: point.y },
    )
  }
  return next
}

/**
 * Shares notes out among squares of this side; squares in which nothing changed stay the same objects.
 * @param homes a note that is carried about stays in the square of its home: in another one it would be another element, and
 *   lose the keys that lead it
 */
export function inChunks(
  placed: Iterable<PlacedNote>,
  side: number,
  before: Chunks,
  homes?: ReadonlyMap<string, Point>,
): Chunks {
  const found = new Map<string, PlacedNote[]>()
  for (const one of placed) {
    const { x, y } = homes?.get(one.note.id) ?? one
    const key = `${Math.floor(x / side)},${Math.floor(y / side)}`
    const held = found.get(key)
    if (held) held.push(one)
    else found.set(key, [one])
  }
  const next = new Map<string, Chunk>()
  for (const [key, notes] of found) {
    const held = before.get(key)
    next.set(key, held && isSame(held.notes, notes) ? held : { key, notes })
  }
  return next
}

export const grown = ({ x, y, width, height }: Rect, by: number): Rect => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
})

/** The next note in this direction, as the eye finds it: near, and rather straight ahead. */
export function neighbour(
  placed: Iterable<PlacedNote>,
  from: PlacedNote,
  [dx, dy]: readonly [number, number],
): PlacedNote | undefined {
  let best: PlacedNote | undefined
  let least = Number.POSITIVE_INFINITY
  for (const one of placed) {
    const [x, y] = [one.x - from.x, one.y - from.y]
    const ahead = x * dx + y * dy
    const aside = Math.abs(x * dy - y * dx)
    if (one.note.id === from.note.id || ahead <= 0 || aside > 2 * ahead) continue
    const cost = ahead + 2 * aside
    if (cost < least) [best, least] = [one, cost]
  }
  return best
}
