import { createTexts } from '../../i18n/create-texts.ts'

const fr = {
  categories: 'Catégories',
  'none-yet': 'Rien encore. Lancez-vous, le premier post-it appelle les autres.',
  'edit-note': 'Modifier le post-it : {{text}}',
  'waiting-to-be-placed': 'En attente',
} as const

const en = {
  categories: 'Categories',
  'none-yet': 'Nothing yet. Go ahead: one note leads to another.',
  'edit-note': 'Edit the note: {{text}}',
  'waiting-to-be-placed': 'Waiting',
} as const

/** What the notes of a wall say, not the field for a new one: fetched once one writes, or looks. */
export const useCardTexts = createTexts('wall-card', { fr, en })
