/**
 * The eight papers. They differ in lightness as well as in hue, for people who confuse hues, and ink on them passes 4.5:1 (by
 * day most pass 7:1). Colour never carries meaning alone. Names are in the locale files, by `id`; the client's
 * tokens (`--note-0` to `--note-7`) hold the same values.
 */
export interface NoteColour {
  readonly id: 'straw' | 'apricot' | 'rose' | 'lavender' | 'sky' | 'sea' | 'sprout' | 'sand'
  readonly light: string
  readonly dark: string
}

export const NOTE_COLOURS: readonly NoteColour[] = [
  { id: 'straw', light: '#fae98c', dark: '#eddc71' },
  { id: 'apricot', light: '#fba977', dark: '#d88e60' },
  { id: 'rose', light: '#ffd2de', dark: '#ecacca' },
  { id: 'lavender', light: '#ab9fec', dark: '#9e86e2' },
  { id: 'sky', light: '#b6dbff', dark: '#a2c0f3' },
  { id: 'sea', light: '#6fb5b8', dark: '#5ea396' },
  { id: 'sprout', light: '#c6e8a2', dark: '#bedf91' },
  { id: 'sand', light: '#c9c1ab', dark: '#bbb794' },
]

/** Ink on the papers, the same at night: the papers stay light. */
export const NOTE_INK = { light: '#26221c', dark: '#26221c' } as const
