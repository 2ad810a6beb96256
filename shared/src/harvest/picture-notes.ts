import type { NotePicture, PictureNote } from '../wall/svg-picture.ts'
import type { Harvest, HarvestCategory, HarvestNote } from './blocks.ts'
import { categoryOf, sayCategory } from './categories.ts'
import type { NoteRun } from './stacks.ts'

/** The words around the notes, in the language of the session. */
export interface WallWords {
  readonly count: (notes: number) => string
  /** How many notes a stack holds, and its votes. */
  readonly size: (stack: Pick<NoteRun, 'notes' | 'votes'>) => string
  /** The date of the session. */
  readonly date: string
  /** Said where a zone has no note. */
  readonly empty: string
  /** Votes and hearts of a note; empty: it has none. */
  readonly weight: (note: HarvestNote) => string
  /** What a note was measured by; empty: nothing. */
  readonly measures: (note: HarvestNote) => string
  /** What a stack without a name is called. */
  readonly stack: string
}

/** The pictures of a harvest, by id, as far as they are at hand. */
export type NotePictures = ReadonlyMap<string, NotePicture>

/** What all walls of a harvest are drawn with. */
export interface Drawn {
  readonly harvest: Harvest
  readonly words: WallWords
  readonly pictures: NotePictures
  /** Of the wall that is drawn: what its colours mean. */
  readonly categories: readonly HarvestCategory[]
}

/** The line under a note: its category, what it was measured by, its votes and hearts, and whose it is. */
function signatureOf({ harvest, words, categories }: Drawn, note: HarvestNote): string | null {
  const category = categoryOf({ categories }, note)
  const name = note.author === null ? '' : (harvest.names?.[note.author] ?? '')
  return (
    [category ? sayCategory(category) : '', words.measures(note), words.weight(note), name]
      .filter((one) => one !== '')
      .join(' · ') || null
  )
}

/** A note as it is drawn. */
export function pictureNote(drawn: Drawn, note: HarvestNote): PictureNote {
  const { text, colour, picture: id = '', drawing } = note
  const shown = drawn.pictures.get(id)
  return {
    text,
    colour,
    author: signatureOf(drawn, note),
    ...(shown === undefined ? {} : { picture: shown }),
    ...(drawing === undefined ? {} : { drawing }),
  }
}
