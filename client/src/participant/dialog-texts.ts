import { createTexts } from '../i18n/create-texts.ts'

const fr = {
  'my-texts': 'Mes textes',
  'rename-title': 'Changer mon nom',
  'name-field': 'Le nom que verront les autres',
  'name-missing': 'Écrivez un nom.',
  'name-too-long': '{{max}} caractères au plus.',
  save: 'Enregistrer',
  cancel: 'Annuler',
  'device-title': 'Continuer sur un autre appareil',
  'device-text':
    'Scannez ce code avec l’autre appareil, ou ouvrez-y ce lien. Vous y retrouverez votre place. Ce lien est personnel : ne le partagez pas.',
  'device-link': 'Votre lien personnel',
  copy: 'Copier le lien',
  copied: 'Lien copié',
  'copy-failed': 'La copie a été refusée : sélectionnez le lien et copiez-le.',
  'my-texts-none': 'Vous n’avez pas de texte à retrouver ici pour le moment.',
  'moved-on': 'La séance continue : {{title}}',
  'moved-on-quietly': 'La séance continue.',
  'back-to-session': 'Revenir à la séance',
} as const

const en = {
  'my-texts': 'My texts',
  'rename-title': 'Change my name',
  'name-field': 'The name that the others will see',
  'name-missing': 'Write a name.',
  'name-too-long': '{{max}} characters at most.',
  save: 'Save',
  cancel: 'Cancel',
  'device-title': 'Go on from another device',
  'device-text':
    'Scan this code with the other device, or open this link there. You will find your place again. The link is personal: do not share it.',
  'device-link': 'Your personal link',
  copy: 'Copy the link',
  copied: 'Link copied',
  'copy-failed': 'Copying was refused: select the link and copy it.',
  'my-texts-none': 'There is no text of yours to find here for the moment.',
  'moved-on': 'The session goes on: {{title}}',
  'moved-on-quietly': 'The session goes on.',
  'back-to-session': 'Back to the session',
}

export const useDialogTexts = createTexts('participant-dialogs', { fr, en })
