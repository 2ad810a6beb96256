import { createTexts } from '../i18n/create-texts.ts'

const fr = {
  hello: 'Bienvenue, {{name}}',
  'hello-anonymous': 'Bienvenue',
  waiting: 'Vous êtes au bon endroit. La séance va commencer ; cette page changera toute seule.',
  'starts-at': 'Début prévu à {{time}}.',
  'starts-on': 'Début prévu le {{date}} à {{time}}.',
  'people-here_one': '{{count}} personne est là.',
  'people-here_other': '{{count}} personnes sont là.',
  'seen-as': 'Les autres vous voient comme',
  rename: 'Changer',
  'other-device': 'Continuer sur un autre appareil',
  'not-me': 'Ce n’est pas moi',
  'ended-title': 'Merci d’avoir été là.',
  'ended-text': '{{title}} : la séance est terminée.',
  'ended-harvest': 'La récolte rassemble ce que vous avez produit ensemble.',
  'ended-no-harvest': 'Vous pouvez fermer cette page. L’animateur·rice partagera la récolte.',
  harvest: 'Lire la récolte',
  'my-texts': 'Mes textes',
  'my-texts-stay':
    'Ce que vous avez écrit pour vous reste ici, et vous pouvez encore choisir ce qui va dans la récolte.',
} as const

const en = {
  hello: 'Welcome, {{name}}',
  'hello-anonymous': 'Welcome',
  waiting: 'You are in the right place. The session is about to begin; this page will change by itself.',
  'starts-at': 'Due to start at {{time}}.',
  'starts-on': 'Due to start on {{date}} at {{time}}.',
  'people-here_one': '{{count}} person is here.',
  'people-here_other': '{{count}} people are here.',
  'seen-as': 'The others see you as',
  rename: 'Change',
  'other-device': 'Continue on another device',
  'not-me': 'That is not me',
  'ended-title': 'Thank you for being here.',
  'ended-text': '{{title}}: the session is over.',
  'ended-harvest': 'The harvest gathers what you made together.',
  'ended-no-harvest': 'You can close this page. The facilitator will share the harvest.',
  harvest: 'Read the harvest',
  'my-texts': 'My texts',
  'my-texts-stay':
    'What you wrote for yourself stays here, and you can still choose what goes into the harvest.',
}

export const useLobbyTexts = createTexts('lobby', { fr, en })
