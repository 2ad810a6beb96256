import { createTexts } from '../i18n/create-texts.ts'

const fr = {
  'mine-title': 'Effacer mes données de cette séance ?',
  'mine-what':
    'Votre nom, votre organisation et votre territoire, vos histoires, vos notes privées et vos votes en cours sont effacés pour de bon, et vos appareils quittent la séance.',
  'their-title': 'Effacer les données de {{name}} ?',
  'their-what':
    'Son nom, son organisation et son territoire, ses histoires, ses notes privées et ses votes en cours sont effacés pour de bon, et ses appareils quittent la séance. Rien ne permet de revenir en arrière.',
  choice: 'Les post-its signés',
  unsigned: 'Restent, sans nom',
  'unsigned-hint': 'Le texte reste utile au groupe ; rien ne dit plus qui l’a écrit.',
  removed: 'Sont retirés',
  'removed-hint': 'Avec leurs images et leurs dessins.',
  stays:
    'Restent : ce qui a été écrit sans nom, que personne ne peut retrouver, la page écrite à plusieurs dans un groupe, et ce que d’autres ont écrit.',
  'mine-back': 'Rien ne permet de revenir en arrière. Pour garder vos textes, copiez-les d’abord.',
  'mine-yes': 'Effacer mes données',
  'their-yes': 'Effacer ses données',
  cancel: 'Annuler',
  unreachable: 'Le serveur ne répond pas : rien n’est effacé pour l’instant. Réessayez.',
} as const

const en = {
  'mine-title': 'Erase my data from this session?',
  'mine-what':
    'Your name, your organisation and your territory, your stories, your private notes and your votes under way are erased for good, and your devices leave the session.',
  'their-title': 'Erase the data of {{name}}?',
  'their-what':
    'Their name, organisation and territory, their stories, their private notes and their votes under way are erased for good, and their devices leave the session. There is no way back.',
  choice: 'Signed notes',
  unsigned: 'Keep them, without a name',
  'unsigned-hint': 'The text stays useful to the group; nothing says who wrote it any more.',
  removed: 'Remove them',
  'removed-hint': 'With their pictures and drawings.',
  stays:
    'What stays: what was written without a name, which nobody can find again, the page that a group wrote together, and what others wrote.',
  'mine-back': 'There is no way back. To keep your texts, copy them first.',
  'mine-yes': 'Erase my data',
  'their-yes': 'Erase their data',
  cancel: 'Cancel',
  unreachable: 'The server does not answer: nothing is erased so far. Try again.',
}

export const useEraseTexts = createTexts('erase', { fr, en })
