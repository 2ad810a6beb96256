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
} as const

const en = {
  'edit-title': 'Edit the note',
  text: 'Text',
  save: 'Save',
  cancel: 'Cancel',
  delete: 'Delete',
  for: 'On behalf of',
  'for-me': 'For myself',
} as const

export const useDialogTexts = createTexts('wall-dialog', { fr, en })
