/**
 * The eight papers. Chosen so that any two differ clearly also without red, green or blue cones (palette.test.ts
 * measures it), and so that ink on them passes 7:1. Names are in the locale files, by `id`.
 */
export interface NoteColour {
  readonly id: string
  readonly light: string
  readonly dark: string
}

export const NOTE_COLOURS: readonly NoteColour[] = [
  { id: 'straw', light: '#fbe88c', dark: '#6b5c12' },
  { id: 'sky', light: '#bfe0f7', dark: '#1f4f74' },
  { id: 'apricot', light: '#f9bf8c', dark: '#7d4413' },
  { id: 'mint', light: '#bfe9d3', dark: '#1d5b46' },
  { id: 'rose', light: '#f6c3d8', dark: '#752f4f' },
  { id: 'lavender', light: '#d2caf4', dark: '#473c82' },
  { id: 'sand', light: '#f3ede0', dark: '#4a443a' },
  { id: 'slate', light: '#b7c4cd', dark: '#37434c' },
]

/** Ink on the papers. */
export const NOTE_INK = { light: '#231f1a', dark: '#fbf7ee' } as const
