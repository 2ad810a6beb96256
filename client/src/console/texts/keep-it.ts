import { createTexts } from '../../i18n/create-texts.ts'

const fr = {
  title: 'Votre séance est créée',
  hint: 'Donnez-lui un nom, et gardez votre lien : il ouvre cette console depuis n’importe quel appareil.',
  link: 'Votre lien d’animation',
  secret: 'Ce lien permet d’animer : ne le donnez pas aux participant·es.',
  mail: 'Me l’envoyer par e-mail',
  'mail-subject': 'Mon lien d’animation : {{title}}',
  'mail-body': 'Ce lien ouvre la console de « {{title}} ». À garder pour vous :',
  calendar: 'L’ajouter à mon agenda',
  'calendar-when': 'Avec une date, la séance peut entrer dans votre agenda.',
  untitled: 'Atelier sans titre',
  done: 'C’est noté',
} as const

const en = {
  title: 'Your session is created',
  hint: 'Give it a name, and keep your link: it opens this console from any device.',
  link: 'Your facilitator link',
  secret: 'Whoever has this link can run the session: do not give it to participants.',
  mail: 'E-mail it to myself',
  'mail-subject': 'My facilitator link: {{title}}',
  'mail-body': 'This link opens the console of “{{title}}”. Keep it to yourself:',
  calendar: 'Add it to my calendar',
  'calendar-when': 'With a date, the session can go into your calendar.',
  untitled: 'Untitled workshop',
  done: 'Got it',
} satisfies Record<keyof typeof fr, string>

export const useKeepItTexts = createTexts('keep-it', { fr, en })
