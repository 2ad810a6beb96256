import { createTexts } from '../../../i18n/create-texts.ts'

const fr = {
  'picture-alone': 'Image sans description',
  'picture-beside': 'Image de ce post-it',
  drawing: 'Dessin',
  'see-large': 'Voir l’image en grand',
} as const

const en = {
  'picture-alone': 'Picture without description',
  'picture-beside': 'Picture of this note',
  drawing: 'Drawing',
  'see-large': 'See the picture in large',
} as const

export const useArtTexts = createTexts('wall-paper-art', { fr, en })
