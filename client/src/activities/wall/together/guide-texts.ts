/** Words that only facilitators need: participants do not download them. */
import { createTexts } from '../../../i18n/create-texts.ts'

const fr = {
  'bring-everybody': 'Amener tout le monde ici',
  'offer-to-follow': 'Proposer de me suivre',
  'everybody-follows': 'Tout le monde voit ce que vous regardez.',
  'who-wants-follows': 'Qui le souhaite suit ce que vous regardez.',
  'another-leads': 'Une autre personne guide en ce moment.',
  'take-over': 'Guider à sa place',
  'stop-leading': 'Arrêter de guider',
  'show-cursors': 'Montrer les curseurs',
  'show-cursors-hint': 'À moins de 12 personnes.',
} as const

const en = {
  'bring-everybody': 'Bring everyone here',
  'offer-to-follow': 'Offer to follow me',
  'everybody-follows': 'Everybody sees what you are looking at.',
  'who-wants-follows': 'Whoever wants to follows what you are looking at.',
  'another-leads': 'Somebody else is leading at the moment.',
  'take-over': 'Lead instead',
  'stop-leading': 'Stop leading',
  'show-cursors': 'Show cursors',
  'show-cursors-hint': 'With fewer than 12 people.',
} as const

export const useGuideTexts = createTexts('wall-guide', { fr, en })
