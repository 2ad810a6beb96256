import { createTexts } from '../../i18n/create-texts.ts'
import { en } from './texts/en.ts'
import { fr } from './texts/fr.ts'

export const useRallyTexts = createTexts('word-rally', { fr, en })
