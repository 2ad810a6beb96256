import { createTexts } from '../i18n/create-texts.ts'

const fr = {
  entering: 'Vous entrez dans la séance…',
  plenary: 'Plénière',
  group: 'Groupe {{number}}',
  'visio-plenary': 'Rejoindre la visio',
  'visio-group': 'Rejoindre la visio de votre groupe',
  'moved-to-group': 'Vous êtes maintenant dans le groupe {{number}}.',
  'moved-to-plenary': 'Retour en plénière.',
  messages: 'Messages',
  'from-facilitators': 'Message de l’animation',
  'new-activity': 'Nouvelle séquence, {{index}} sur {{count}}.',
  'of-count': 'Séquence {{index}} sur {{count}}',
  instructions: 'Consigne',
  'back-in-lobby': 'Retour à l’accueil de la séance.',
  'session-ended': 'La séance est terminée.',
  menu: 'Vous et cet appareil',
  rename: 'Changer mon nom',
  'other-device': 'Continuer sur un autre appareil',
  'skip-link': 'Aller au contenu',
  'my-texts': 'Mes textes',
} as const

const en = {
  entering: 'Entering the session…',
  plenary: 'Plenary',
  group: 'Group {{number}}',
  'visio-plenary': 'Join the video call',
  'visio-group': 'Join your group’s video call',
  'moved-to-group': 'You are now in group {{number}}.',
  'moved-to-plenary': 'Back to the plenary.',
  messages: 'Messages',
  'from-facilitators': 'Message from the facilitators',
  'new-activity': 'New activity, {{index}} of {{count}}.',
  'of-count': 'Activity {{index}} of {{count}}',
  instructions: 'Instructions',
  'back-in-lobby': 'Back in the lobby of the session.',
  'session-ended': 'The session is over.',
  menu: 'You and this device',
  rename: 'Change my name',
  'other-device': 'Go on from another device',
  'skip-link': 'Skip to content',
  'my-texts': 'My texts',
}

export const useParticipantTexts = createTexts('participant', { fr, en })
