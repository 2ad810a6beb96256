/**
 * The eight papers. They differ in lightness as well as in hue, for people who confuse hues, and ink on them passes 7:1
 * (palette.test.ts measures both). Colour never carries meaning alone. Names are in the locale files, by `id`; the client's
 * tokens (`--note-0` to `--note-7`) hold the same values.
 */
export interface NoteColour {
  readonly id: 'straw' | 'apricot' | 'rose' | 'lavender' | 'sky' | 'sea' | 'sprout' | 'sand'
  readonly light: string
  readonly dark: string
}

export const NOTE_COLOURS: readonly NoteColour[] = [
  { id: 'straw', light: '#fbe69a', dark: '#e6cf7e' },
  { id: 'apricot', light: '#f3b184', dark: '#dd9a6b' },
  { id: 'rose', light: '#f9c6d4', dark: '#e3aebd' },
  { id: 'lavender', light: '#b9a8e6', dark: '#a492d6' },
  { id: 'sky', light: '#c3e3fa', dark: '#a9cde6' },
  { id: 'sea', light: '#7fc4b6', dark: '#6bb0a2' },
  { id: 'sprout', light: '#d3e8a2', dark: '#bcd288' },
  { id: 'sand', light: '#cfc6b8', dark: '#b8afa1' },
]

/** Ink on the papers, the same at night: the papers stay light. */
export const NOTE_INK = { light: '#26221c', dark: '#26221c' } as const
