import type { WallPicture } from '../wall/svg-picture.ts'
import type { Harvest, HarvestBlock, HarvestNote, HarvestSection } from './blocks.ts'

/** The words around the notes, in the language of the session. */
export interface WallWords {
  readonly count: (notes: number) => string
  /** The date of the session. */
  readonly date: string
  /** Said where a zone has no note. */
  readonly empty: string
  readonly votes: (votes: number) => string
  /** What a note was measured by; empty: nothing. */
  readonly measures: (note: HarvestNote) => string
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

/** The line under a note: what it was measured by, its votes, and whose it is. */
function signatureOf(harvest: Harvest, note: HarvestNote, words: WallWords): string | null {
  const name = note.author === null ? '' : (harvest.names?.[note.author] ?? '')
  return (
    [words.measures(note), note.votes ? words.votes(note.votes) : '', name]
      .filter((one) => one !== '')
      .join(' · ') || null
  )
}

function picture(harvest: Harvest, section: HarvestSection, block: Notes, words: WallWords): WallPicture {
  return {
    question: questionOf(section, block),
    title: section.title || harvest.title,
    context: section.title === '' ? '' : harvest.title,
    details: `${words.date} · ${words.count(countNotes(block))}`,
    empty: words.empty,
    zones: block.zones.map((zone) => ({
      title: zone.title,
      count: words.count(zone.notes.length),
      notes: zone.notes.map((note) => ({
        text: note.text,
        colour: note.colour,
        author: signatureOf(harvest, note, words),
      })),
    })),
  }
}

/** Every wall of a harvest, ready to be drawn, in the order of the plan. */
export const wallPictures = (harvest: Harvest, words: WallWords): WallPicture[] =>
  harvest.sections.flatMap((section) =>
    section.blocks.filter(isNotes).map((block) => picture(harvest, section, block, words)),
  )
