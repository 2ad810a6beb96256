import { createTexts } from '../../../i18n/create-texts.ts'

const fr = {
  none: 'Aucune',
  range: 'De {{min}} à {{max}}',
  wrong: 'Un nombre de {{min}} à {{max}}.',
  unnamed: 'Dimension {{index}}',
} as const

const en = {
  none: 'None',
  range: 'From {{min}} to {{max}}',
  wrong: 'A number from {{min}} to {{max}}.',
  unnamed: 'Dimension {{index}}',
} as const

export const useDimensionTexts = createTexts('wall-dimensions', { fr, en })
