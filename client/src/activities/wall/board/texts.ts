/** Words of the board. */
import { createTexts } from '../../../i18n/create-texts.ts'

const fr = {
  board: 'Tableau',
  keys: 'Flèches : se déplacer. Plus et moins : zoomer. 0 : tout voir. N : écrire ici. Sur un post-it, M : le déplacer.',
  'zoom-in': 'Agrandir',
  'zoom-out': 'Réduire',
  fit: 'Tout voir',
  'write-here': 'Écrire ici',
  'pick-up': 'Déplacer un post-it',
  'pick-up-stop': 'Ne plus déplacer',
  'pick-one': 'Touchez le post-it à déplacer.',
  'put-down': 'Touchez l’endroit où le poser, ou utilisez les flèches puis Entrée.',
  'picked-up':
    'Post-it pris : {{text}}. Flèches pour le déplacer, Entrée pour le poser, Échap pour le laisser.',
  'put-down-done': 'Post-it posé.',
  'put-down-not': 'Post-it laissé où il était.',
  tray: 'À placer',
  close: 'Fermer',
  arrange: 'Ranger en grille',
  'align-rows': 'Aligner en ligne',
  'align-columns': 'Aligner en colonne',
} as const

const en = {
  board: 'Board',
  keys: 'Arrows: move around. Plus and minus: zoom. 0: see everything. N: write here. On a note, M: move it.',
  'zoom-in': 'Zoom in',
  'zoom-out': 'Zoom out',
  fit: 'See everything',
  'write-here': 'Write here',
  'pick-up': 'Move a note',
  'pick-up-stop': 'Stop moving',
  'pick-one': 'Tap the note to be moved.',
  'put-down': 'Tap where it goes, or use the arrows and then Enter.',
  'picked-up': 'Note picked up: {{text}}. Arrows move it, Enter puts it down, Escape leaves it.',
  'put-down-done': 'Note put down.',
  'put-down-not': 'Note left where it was.',
  tray: 'To be placed',
  close: 'Close',
  arrange: 'Arrange as a grid',
  'align-rows': 'Align in a row',
  'align-columns': 'Align in a column',
} as const

export const useBoardTexts = createTexts('wall-board', { fr, en })
