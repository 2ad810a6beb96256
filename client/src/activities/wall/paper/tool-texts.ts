import { createTexts } from '../../../i18n/create-texts.ts'

const fr = {
  'add-picture': 'Image',
  draw: 'Dessin',
  emoji: 'Emoji',
  preparing: 'L’image se prépare…',
  unreadable: 'Cette image n’a pas pu être lue. Essayez avec une photo JPEG ou une image PNG.',
  describe: 'Dites en quelques mots ce qu’elle montre, pour qui ne la voit pas.',
  picture: 'Image jointe',
  'remove-picture': 'Retirer l’image',
  'edit-drawing': 'Reprendre le dessin',
  'remove-drawing': 'Retirer le dessin',
  'emoji-panel': 'Emoji',
  'pad-title': 'Dessin',
  'pad-hint':
    'Dessinez au doigt, au stylet ou à la souris. Au clavier, écrivez : un texte vaut toujours un dessin.',
  'pad-sheet': 'Feuille de dessin',
  pen: 'Trait',
  'pen-0': 'Trait fin',
  'pen-1': 'Trait moyen',
  'pen-2': 'Trait épais',
  'undo-stroke': 'Défaire le dernier geste',
  clear: 'Tout effacer',
  'strokes-spent': 'La feuille est pleine : c’était le dernier trait.',
  done: 'Terminé',
} as const

const en = {
  'add-picture': 'Picture',
  draw: 'Drawing',
  emoji: 'Emoji',
  preparing: 'The picture is being prepared…',
  unreadable: 'This picture could not be read. Try a JPEG photo or a PNG picture.',
  describe: 'Say in a few words what it shows, for whoever does not see it.',
  picture: 'Picture attached',
  'remove-picture': 'Remove the picture',
  'edit-drawing': 'Go on with the drawing',
  'remove-drawing': 'Remove the drawing',
  'emoji-panel': 'Emoji',
  'pad-title': 'Drawing',
  'pad-hint':
    'Draw with a finger, a pen or the mouse. With a keyboard, write: a text is always as good as a drawing.',
  'pad-sheet': 'Drawing sheet',
  pen: 'Line',
  'pen-0': 'Thin line',
  'pen-1': 'Medium line',
  'pen-2': 'Thick line',
  'undo-stroke': 'Undo the last gesture',
  clear: 'Clear all',
  'strokes-spent': 'The sheet is full: that was the last line.',
  done: 'Done',
} as const

export const useToolTexts = createTexts('wall-paper-tools', { fr, en })
