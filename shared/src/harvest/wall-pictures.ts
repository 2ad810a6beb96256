import type { NotePicture, WallPicture } from '../wall/svg-picture.ts'
import type { Harvest, HarvestBlock, HarvestNote, HarvestSection } from './blocks.ts'
import { noteRuns } from './stacks.ts'

/** The words around the notes, in the language of the session. */
export interface WallWords {
  readonly count: (notes: number) => string
  /** The date of the session. */
  readonly date: string
  /** Said where a zone has no note. */
  readonly empty: string
  /** What a note was measured by; empty: nothing. */
  readonly measures: (note: HarvestNote) => string
  /** What a stack without a name is called. */
  readonly stack: string
}

type Notes = Extract<HarvestBlock, { type: 'notes' }>

export const isNotes = (block: HarvestBlock): block is Notes => block.type === 'notes'

export const countNotes = (block: Notes): number =>
  block.zones.reduce((sum, zone) => sum + zone.notes.length, 0)

/** What was asked: the heading right above the notes. */
const questionOf = ({ blocks }: HarvestSection, block: Notes): string => {
  const above = blocks[blocks.indexOf(block) - 1]
  return above?.type === 'heading' ? above.text : ''
}

/** The line under a note: what it was measured by, and whose it is. */
function signatureOf(harvest: Harvest, note: HarvestNote, words: WallWords): string | null {
  const name = note.author === null ? '' : (harvest.names?.[note.author] ?? '')
  return [words.measures(note), name].filter((one) => one !== '').join(' · ') || null
}

/** The pictures on notes, by id, as far as they are at hand. */
export type NotePictures = ReadonlyMap<string, NotePicture>

function picture(
  harvest: Harvest,
  section: HarvestSection,
  block: Notes,
  words: WallWords,
  pictures: NotePictures,
): WallPicture {
  return {
    question: questionOf(section, block),
    title: section.title || harvest.title,
    context: section.title === '' ? '' : harvest.title,
    details: `${words.date} · ${words.count(countNotes(block))}`,
    empty: words.empty,
    zones: block.zones.map((zone) => ({
      title: zone.title,
      count: words.count(zone.notes.length),
      notes: noteRuns(zone).flatMap(({ title, notes }) =>
        notes.map((note) => {
          const { text, colour, picture: id = '', drawing } = note
          const shown = pictures.get(id)
          return {
            text,
            colour,
            author: signatureOf(harvest, note, words),
            ...(shown === undefined ? {} : { picture: shown }),
            ...(drawing === undefined ? {} : { drawing }),
            ...(title === null ? {} : { stack: title || words.stack }),
          }
        }),
      ),
    })),
  }
}

/** Every wall of a harvest, ready to be drawn, in the order of the plan. */
export const wallPictures = (
  harvest: Harvest,
  words: WallWords,
  pictures: NotePictures = new Map(),
): WallPicture[] =>
  harvest.sections.flatMap((section) =>
    section.blocks.filter(isNotes).map((block) => picture(harvest, section, block, words, pictures)),
  )
