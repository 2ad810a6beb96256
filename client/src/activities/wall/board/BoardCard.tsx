import { fontFor, type WallNote } from '@escale/shared'
import { memo } from 'react'
import { useMeasures } from '../dimensions/Chips.tsx'
import { NoteCard } from '../NoteCard.tsx'
import css from './Board.module.css'

/** Inside the card's edges (Board.module.css). */
const ROOM = { width: 168, height: 177 } as const
/** What is below the words, and what is above them, takes so much. */
const SIGNATURE = 24
const ART = 112
/** One row of chips, and how many letters stand in it, the edges of a chip counted as letters. */
const CHIPS = { height: 22, chars: 26, edge: 6 } as const

/** What is left for the words, in board units. */
const roomOn = ({ picture, drawing }: WallNote, signature: string, chipRows: number) => ({
  width: ROOM.width,
  height:
    ROOM.height -
    (signature === '' ? 0 : SIGNATURE) -
    (picture || drawing ? ART : 0) -
    chipRows * CHIPS.height,
})

interface BoardCardProps {
  readonly note: WallNote
  readonly signature: string
  readonly isMine?: boolean
  readonly onEdit?: ((note: WallNote) => void) | undefined
}

/** A note on its square: the text shrinks to fit, and is never cut. */
export const BoardCard = memo(function BoardCard(props: BoardCardProps) {
  const { note, signature } = props
  const chars = useMeasures(note).reduce(
    (sum, { label, value }) => sum + label.length + value.length + CHIPS.edge,
    0,
  )
  const rows = Math.ceil(chars / CHIPS.chars)
  return (
    <div className={css['paper']} style={{ fontSize: fontFor(note.text, roomOn(note, signature, rows)) }}>
      <NoteCard {...props} />
    </div>
  )
})
