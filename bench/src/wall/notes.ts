/** The notes that both boards show: real intentions in a grid, as on a full wall. */
import { INTENTIONS } from '@escale/bots'
import { NOTE_COLOURS, NOTE_SIDE, type Point, placeNotes, type WallNote } from '@escale/shared'

export interface BenchNote extends Point {
  readonly id: string
  readonly text: string
  /** Index of the paper. */
  readonly paper: number
  readonly colour: string
  readonly side: number
}

const FIRST_INSTANT = 1_790_000_000_000

/** So many notes; more of them begin with the same. Places are middles, in board units. */
export function benchNotes(count: number): readonly BenchNote[] {
  const ids = Array.from({ length: count }, (_, index) => `bench-${index}`)
  const loose = ids.map((id) => ({ id, zone: '', at: {} }) as unknown as WallNote)
  const placed = placeNotes(loose, 'canvas', [])
  return ids.map((id, index) => ({
    id,
    text: INTENTIONS[index % INTENTIONS.length] ?? 'Une intention',
    paper: index % NOTE_COLOURS.length,
    colour: NOTE_COLOURS[index % NOTE_COLOURS.length]?.light ?? '',
    side: NOTE_SIDE,
    ...(placed.get(id) ?? { x: 0, y: 0 }),
  }))
}

export const asWallNote = ({ id, text, paper, x, y }: BenchNote, index: number) => ({
  id,
  text,
  colour: paper,
  zone: '',
  createdAt: FIRST_INSTANT + index,
  at: { canvas: { x, y } },
})
