import { createTexts } from '../../../i18n/create-texts.ts'

const fr = {
  picture: 'image',
  drawing: 'dessin',
  more: 'Image ou dessin',
  missing: 'Pas de réseau. Réessayez dans un moment.',
} as const

const en = {
  picture: 'picture',
  drawing: 'drawing',
  more: 'Picture or drawing',
  missing: 'No network. Try again in a moment.',
} as const

/** Loaded by everybody who opens a wall: the words for what is rare come with it. */
export const usePaperTexts = createTexts('wall-paper', { fr, en })
