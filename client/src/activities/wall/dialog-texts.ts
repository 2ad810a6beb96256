/** Words of what is opened now and then: whoever only writes does not download them. */
import { createTexts } from '../../i18n/create-texts.ts'

const fr = {
  'edit-title': 'Modifier le post-it',
  text: 'Texte',
  save: 'Enregistrer',
  cancel: 'Annuler',
  delete: 'Supprimer',
  for: 'Au nom de',
  'for-me': 'En mon nom',
  'refused-note': 'Ce post-it n’a pas été collé. {{reason}}',
  'refused-again': 'Réessayer',
  'refused-forget': 'L’abandonner',
} as const

const en = {
  'edit-title': 'Edit the note',
  text: 'Text',
  save: 'Save',
  cancel: 'Cancel',
  delete: 'Delete',
  for: 'In the name of',
  'for-me': 'In my own name',
  'refused-note': 'This note was not stuck. {{reason}}',
  'refused-again': 'Try again',
  'refused-forget': 'Give it up',
} as const

export const useDialogTexts = createTexts('wall-dialog', { fr, en })
