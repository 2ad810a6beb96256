import { createTexts } from '../i18n/create-texts.ts'

export const useReactTexts = createTexts('react', { fr: { react: 'Réagir' }, en: { react: 'React' } })
