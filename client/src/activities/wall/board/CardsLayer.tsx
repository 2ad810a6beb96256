import { NOTE_COLOURS, NOTE_SIDE } from '@escale/shared'
import { memo, useMemo, useRef } from 'react'
import css from './Board.module.css'
import { type Chunk, type Chunks, inChunks, type PlacedNote } from './chunks.ts'

/** Large squares: a wall of ten thousand is a few hundred shapes. */
const SIDE = 4_000

const HALF = NOTE_SIDE / 2

/** One outline for all papers of a colour. */
const outline = (notes: readonly PlacedNote[], colour: number): string =>
  notes
    .filter(({ note }) => note.colour === colour)
    .map(
      ({ x, y }) =>
        `M${Math.round(x) - HALF} ${Math.round(y) - HALF}h${NOTE_SIDE}v${NOTE_SIDE}h-${NOTE_SIDE}z`,
    )
    .join('')

const CardChunk = memo(function CardChunk({ chunk: { notes } }: { readonly chunk: Chunk }) {
  const shapes = NOTE_COLOURS.map((_, colour) => ({ colour, d: outline(notes, colour) }))
  return (
    <svg aria-hidden="true" className={css['cards']} width="1" height="1">
      {shapes.map(({ colour, d }) => (d ? <path key={colour} d={d} fill={`var(--note-${colour})`} /> : null))}
    </svg>
  )
})

interface CardsLayerProps {
  readonly placed: ReadonlyMap<string, PlacedNote>
  /** Nobody sees it now: what changes meanwhile is drawn when it is seen again. */
  readonly isCovered: boolean
}

/** The wall from far away: papers without words. Whoever cannot see it has the list. */
export const CardsLayer = memo(
  function CardsLayer({ placed, isCovered }: CardsLayerProps) {
    const held = useRef<Chunks>(new Map())
    const chunks = useMemo(() => inChunks(placed.values(), SIDE, held.current), [placed])
    held.current = chunks
    return (
      <div aria-hidden="true" hidden={isCovered}>
        {[...chunks.values()].map((chunk) => (
          <CardChunk key={chunk.key} chunk={chunk} />
        ))}
      </div>
    )
  },
  (drawn, now) => drawn.isCovered === now.isCovered && (now.isCovered || drawn.placed === now.placed),
)
