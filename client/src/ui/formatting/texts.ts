import { createTexts } from '../../i18n/create-texts.ts'

const fr = {
  bar: 'Mise en forme : {{field}}',
  bold: 'Gras',
  italic: 'Italique',
  heading: 'Intertitre',
  bullets: 'Liste à puces',
  numbers: 'Liste numérotée',
  link: 'Lien',
  full: 'Il n’y a plus la place pour cette mise en forme.',
} as const

const en = {
  bar: 'Formatting: {{field}}',
  bold: 'Bold',
  italic: 'Italic',
  heading: 'Heading',
  bullets: 'Bulleted list',
  numbers: 'Numbered list',
  link: 'Link',
  full: 'There is no room left for this formatting.',
} satisfies Record<keyof typeof fr, string>

export const useFormattingTexts = createTexts('formatting', { fr, en })
