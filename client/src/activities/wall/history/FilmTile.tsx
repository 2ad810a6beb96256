import type { WallNote } from '@escale/shared'
import type { CSSProperties } from 'react'
import { classNames } from '../../../styles/class-names.ts'
import paper from '../NoteCard.module.css'
import css from './Film.module.css'
import { lettersFor } from './mosaic.ts'

/** In em of the film. Smaller letters are not drawn: nobody could read them. */
const LEAST_LETTERS_EM = 0.45

interface FilmTileProps {
  readonly note: WallNote
  /** px */
  readonly size: { readonly width: number; readonly height: number }
  readonly em: number
  readonly style?: CSSProperties
}

/** One note of the film; `usePlayback` lets it appear. */
export function FilmTile({ note, size, em, style }: FilmTileProps) {
  const letters = lettersFor(note.text.length, size, LEAST_LETTERS_EM * em)
  return (
    <li className={classNames(css['tile'], paper[`paper${note.colour}`])} data-note={note.id} style={style}>
      {letters === null ? null : (
        <span className={css['text']} style={{ fontSize: `${letters}px` }}>
          {note.text}
        </span>
      )}
    </li>
  )
}
