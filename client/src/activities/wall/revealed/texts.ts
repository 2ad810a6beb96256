import { createTexts } from '../../../i18n/create-texts.ts'

const fr = {
  title: 'Les post-it sont révélés',
  yours_one: 'Tout le monde voit maintenant le vôtre.',
  yours_many: 'Tout le monde voit maintenant vos {{count}} post-it.',
  yours_other: 'Tout le monde voit maintenant vos {{count}} post-it.',
  'from-now': 'Désormais, tout le monde voit ce que vous envoyez.',
  know: 'J’ai compris',
  'ask-title': 'Envoyer à tout le monde\u00a0?',
  send: 'Envoyer',
  'not-yet': 'Garder pour moi',
} as const

const en = {
  title: 'The notes have been revealed',
  yours_one: 'Everybody can now see yours.',
  yours_other: 'Everybody can now see your {{count}} notes.',
  'from-now': 'From now on everybody can see what you post.',
  know: 'Got it',
  'ask-title': 'Post to everybody?',
  send: 'Post',
  'not-yet': 'Keep it to myself',
} as const

/** Loaded when a wall on which people wrote for themselves is shown to all. */
export const useRevealedTexts = createTexts('wall-revealed', { fr, en })
