import { createTexts } from '../i18n/create-texts.ts'

const fr = {
  opening: 'L’écran s’ouvre…',
  'join-title': 'Rejoignez la séance',
  'join-address': 'Sur votre téléphone ou votre ordinateur',
  'join-code': 'avec le code',
  'or-scan': 'ou scannez',
  'people-here_one': '{{count}} personne est là',
  'people-here_other': '{{count}} personnes sont là',
  'nobody-yet': 'Bienvenue ! La première place est libre.',
  'door-closed': 'La porte est fermée : bonne séance à toutes et à tous.',
  thanks: 'Merci à toutes et à tous.',
  'ended-text': 'La séance est terminée.',
  disconnected: 'Hors connexion. L’écran reprendra tout seul.',
  reconnecting: 'Reconnexion…',
  fullscreen: 'Plein écran',
  'message-from': 'Message de l’animation',
  'passage-back': 'On revient à « {{title}} ».',
  'passage-skip': 'On passe directement à « {{title}} ».',
  'passage-lobby': 'Séquence interrompue : retour à l’accueil.',
  paused: 'PAUSE',
} as const

const en = {
  opening: 'Opening the screen…',
  'join-title': 'Join the session',
  'join-address': 'On your phone or your computer',
  'join-code': 'with the code',
  'or-scan': 'or scan',
  'people-here_one': '{{count}} person is here',
  'people-here_other': '{{count}} people are here',
  'nobody-yet': 'Welcome! The first seat is free.',
  'door-closed': 'The door is closed: have a good session, everyone.',
  thanks: 'Thank you, everyone.',
  'ended-text': 'The session is over.',
  disconnected: 'Offline. The screen will come back by itself.',
  reconnecting: 'Reconnecting…',
  fullscreen: 'Full screen',
  'message-from': 'Message from the facilitators',
  'passage-back': 'Back to “{{title}}”.',
  'passage-skip': 'Straight on to “{{title}}”.',
  'passage-lobby': 'Activity stopped: back to the lobby.',
  paused: 'PAUSE',
}

export const useScreenTexts = createTexts('screen', { fr, en })
