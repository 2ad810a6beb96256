import type { WallPicture } from '../wall/svg-picture.ts'
import type { Harvest, HarvestBlock, HarvestSection } from './blocks.ts'
import { panelsOf, pictureBoard } from './picture-board.ts'
import type { Drawn, NotePictures, WallWords } from './picture-notes.ts'

type Notes = Extract<HarvestBlock, { type: 'notes' }>

export const isNotes = (block: HarvestBlock): block is Notes => block.type === 'notes'

export const countNotes = (block: Notes): number =>
  block.zones.reduce((sum, zone) => sum + zone.notes.length, 0)

/** What was asked: the heading right above the notes. */
const questionOf = ({ blocks }: HarvestSection, block: Notes): string => {
  const above = blocks[blocks.indexOf(block) - 1]
  return above?.type === 'heading' ? above.text : ''
}

function picture(given: Omit<Drawn, 'categories'>, section: HarvestSection, block: Notes): WallPicture {
  const drawn: Drawn = { ...given, categories: block.categories ?? [] }
  const { harvest, words } = drawn
  return {
    question: questionOf(section, block),
    title: section.title || harvest.title,
    context: section.title === '' ? '' : harvest.title,
    details: `${words.date} · ${words.count(countNotes(block))}`,
    empty: words.empty,
    legend: drawn.categories,
    ...(block.board
      ? pictureBoard(drawn, block.zones, block.board)
      : {
          zones: block.zones.flatMap((zone) => panelsOf(drawn, zone)),
        }),
  }
}

/** Every wall of a harvest, ready to be drawn, in the order of the plan. */
export const wallPictures = (
  harvest: Harvest,
  words: WallWords,
  pictures: NotePictures = new Map(),
): WallPicture[] =>
  harvest.sections.flatMap((section) =>
    section.blocks.filter(isNotes).map((block) => picture({ harvest, words, pictures }, section, block)),
  )
