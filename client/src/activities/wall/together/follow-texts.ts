/** Only who is led, or sees cursors, downloads these. */
import { createTexts } from '../../../i18n/create-texts.ts'

const fr = {
  following: 'Vous suivez l’animation',
  'let-go': 'Ne plus suivre',
  'is-shown': 'L’animation vous montre le mur',
  'is-offered': 'L’animation parcourt le mur',
  rejoin: 'Rejoindre',
  follow: 'Suivre',
  cursors: 'Curseurs des autres',
  'brought-here': 'Vous suivez maintenant l’animation. Faites défiler pour reprendre la main.',
} as const

const en = {
  following: 'You are following the facilitator',
  'let-go': 'Stop following',
  'is-shown': 'The facilitator is showing you the wall',
  'is-offered': 'The facilitator is going through the wall',
  rejoin: 'Rejoin',
  follow: 'Follow',
  cursors: 'Others’ cursors',
  'brought-here': 'You are now following the facilitator. Scroll to take over again.',
} as const

export const useFollowTexts = createTexts('wall-follow', { fr, en })
