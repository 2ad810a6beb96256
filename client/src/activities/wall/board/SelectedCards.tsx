import { NOTE_SIDE } from '@escale/shared'
import { useSelection } from '../selection/selection.ts'
import css from './Board.module.css'
import type { PlacedNote } from './chunks.ts'

const HALF = NOTE_SIDE / 2

/** Which papers are picked, seen from far away. */
export function SelectedCards({ placed }: { readonly placed: ReadonlyMap<string, PlacedNote> }) {
  const ids = useSelection((selection) => selection.ids)
  const outline = [...ids]
    .map((id) => {
      const one = placed.get(id)
      return one ? `M${one.x - HALF} ${one.y - HALF}h${NOTE_SIDE}v${NOTE_SIDE}h-${NOTE_SIDE}z` : ''
    })
    .join('')
  if (outline === '') return null
  return (
    <svg aria-hidden="true" className={css['cards']} width="1" height="1">
      <path className={css['picked']} d={outline} />
    </svg>
  )
}
