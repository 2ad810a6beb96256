/** The page of somebody who is at the door and not in so far. */
import { createTexts } from '../i18n/create-texts.ts'

const fr = {
  'waiting-title': 'Vous y êtes presque.',
  'waiting-text': 'L’animateur·rice fait entrer les personnes une par une dans {{title}}.',
  'released-title': 'La séance est complète pour l’instant.',
  'released-text':
    'Votre place dans {{title}} a servi à quelqu’un d’autre en votre absence. Vous entrerez dès qu’une place se libère.',
  stay: 'Gardez cette page ouverte : elle s’ouvrira toute seule. Vous pouvez aussi la recharger ; votre tour est gardé.',
  offline: 'La connexion est coupée. Votre tour est gardé ; nouvel essai dans un instant.',
} as const

const en = {
  'waiting-title': 'You are almost there.',
  'waiting-text': 'The facilitator lets people into {{title}} one by one.',
  'released-title': 'The session is full for now.',
  'released-text':
    'Somebody else has your seat in {{title}}, since you were not there. You will be let in as soon as there is room.',
  stay: 'Keep this page open: it will open by itself. You can also reload it; your turn is kept.',
  offline: 'The connection is cut. Your turn is kept; trying again in a moment.',
}

export const useWaitingTexts = createTexts('waiting', { fr, en })
