import type { WallNote } from '@escale/shared'
import { memo } from 'react'
import { useMeasures } from '../dimensions/Chips.tsx'
import { NoteCard } from '../NoteCard.tsx'
import css from './Board.module.css'

/** Letters as large as the square allows, in board units. */
const SIZES = [
  { upTo: 16, size: 30 },
  { upTo: 40, size: 25 },
  { upTo: 80, size: 20.5 },
  { upTo: 140, size: 16.5 },
  { upTo: 220, size: 13.5 },
  { upTo: 340, size: 11 },
] as const
const SMALLEST = 9
const sizeFor = (chars: number): number => SIZES.find(({ upTo }) => chars <= upTo)?.size ?? SMALLEST
/** What the edges of a value's chip take, in letters. */
const CHIP_CHARS = 6

interface BoardCardProps {
  readonly note: WallNote
  readonly signature: string
  readonly isMine?: boolean
  readonly onEdit?: ((note: WallNote) => void) | undefined
}

/** A note on its square: the text shrinks to fit, and is never cut. */
export const BoardCard = memo(function BoardCard(props: BoardCardProps) {
  const chips = useMeasures(props.note).reduce(
    (sum, { label, value }) => sum + label.length + value.length + CHIP_CHARS,
    0,
  )
  return (
    <div className={css['paper']} style={{ fontSize: sizeFor(props.note.text.length + chips) }}>
      <NoteCard {...props} />
    </div>
  )
})
