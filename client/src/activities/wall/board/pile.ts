/** A stack on a board moves as one thing: pure. */
import { type Point, STEP, type WallNote, type WallStack } from '@escale/shared'

/** So far below and beside one another its notes come to lie, so that they are seen once it is taken apart. */
const FAN = STEP / 9
/** Then the fan begins again: a large stack does not reach into its neighbours. */
const FANNED_MAX = 8

export interface Move {
  readonly note: WallNote
  readonly middle: Point
  /** Where its stack stands, whose zone is its own; absent: it is in none. */
  readonly stands?: Point
}

/** Every note that moves, and where to: of a stack all, fanned out behind its first note, which stands where it was put. */
export function withPiles(
  moved: readonly Move[],
  stackOf: (first: string) => WallStack | undefined,
  noteOf: (id: string) => WallNote | undefined,
): readonly Move[] {
  return moved.flatMap(({ note, middle }) => {
    const behind = (stackOf(note.id)?.notes ?? []).filter((id) => id !== note.id)
    return [
      { note, middle },
      ...behind.flatMap((id, i) => {
        const by = FAN * ((i % FANNED_MAX) + 1)
        const inside = noteOf(id)
        const fanned = { x: middle.x + by, y: middle.y + by }
        return inside ? [{ note: inside, middle: fanned, stands: middle }] : []
      }),
    ]
  })
}
