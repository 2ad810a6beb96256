import type { HarvestBlock, HarvestCategory, HarvestNote } from './blocks.ts'

type Notes = Extract<HarvestBlock, { type: 'notes' }>

/** The category of a note of this block; undefined: its colour means nothing. */
export const categoryOf = (
  { categories = [] }: Pick<Notes, 'categories'>,
  note: HarvestNote,
): HarvestCategory | undefined => categories.find(({ letter }) => letter === note.category)

/** A category as one reads it: « B · Freins ». */
export const sayCategory = ({ letter, label }: Pick<HarvestCategory, 'letter' | 'label'>): string =>
  label.trim() === '' ? letter : `${letter} · ${label}`
