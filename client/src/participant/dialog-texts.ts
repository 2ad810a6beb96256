import { createTexts } from '../i18n/create-texts.ts'

const fr = {
  'my-texts': 'Mes textes',
  'rename-title': 'Changer mon nom',
  'name-field': 'Le nom que verront les autres',
  'name-missing': 'Écrivez un nom.',
  'name-unseen': 'Ce nom ne montre rien : écrivez au moins une lettre.',
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
  'leave-title': 'Quitter la séance sur cet appareil ?',
  'leave-what':
    'Cet appareil oubliera qui vous êtes ici, vos brouillons et ce qu’il a gardé de la séance, dans tous ses onglets. La personne suivante n’y retrouvera rien.',
  'leave-stays':
    'Ce que vous avez envoyé reste dans la séance. Pour y revenir vous-même, gardez d’abord votre lien personnel (« Continuer sur un autre appareil »).',
  'leave-unsent-title': 'Tout n’est pas encore envoyé',
  'leave-unsent':
    'Ce que cet appareil n’a pas pu envoyer, ou un post-it commencé, serait perdu. Attendez « Enregistré » ou envoyez-le avant de partir.',
  'leave-yes': 'Quitter et oublier',
  'leave-yes-unsent': 'Quitter et perdre ce qui reste',
  'leave-no': 'Rester',
  'leave-failed':
    'Le serveur n’a pas répondu : vous êtes encore dans la séance et rien n’est effacé. Réessayez.',
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
  'name-unseen': 'Nobody would see this name: type at least one letter.',
  'name-too-long': '{{max}} characters at most.',
  save: 'Save',
  cancel: 'Cancel',
  'device-title': 'Continue on another device',
  'device-text':
    'Scan this code with the other device, or open this link there. You will find your place again. The link is personal: do not share it.',
  'device-link': 'Your personal link',
  copy: 'Copy the link',
  copied: 'Link copied',
  'copy-failed': 'The browser would not copy: select the link and copy it.',
  'leave-title': 'Leave the session on this device?',
  'leave-what':
    'This device will forget who you are here, your drafts and what it has kept of the session, in all its tabs. The next person will find nothing.',
  'leave-stays':
    'What you sent stays in the session. To come back yourself, first keep your personal link (“Continue on another device”).',
  'leave-unsent-title': 'Not everything has been sent yet',
  'leave-unsent':
    'What this device could not send, or a note that you began, would be lost. Wait for “Saved” or send it before you go.',
  'leave-yes': 'Leave and forget',
  'leave-yes-unsent': 'Leave and lose what is left',
  'leave-no': 'Stay',
  'leave-failed': 'The server did not answer: you are still in the session and nothing is erased. Try again.',
  'my-texts-none': 'You have no texts here for now.',
  'moved-on': 'The session goes on: {{title}}',
  'moved-on-quietly': 'The session goes on.',
  'back-to-session': 'Back to the session',
}

export const useDialogTexts = createTexts('participant-dialogs', { fr, en })
