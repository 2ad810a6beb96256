import { createTexts } from '../../../i18n/create-texts.ts'
import { en } from '../texts-en.ts'
import { fr } from '../texts-fr.ts'
import { en as deskEn } from './texts-en.ts'
import { fr as deskFr } from './texts-fr.ts'

/** All that is said in the groups, and what only the console, the screen and the editor say: a phone does not load it. */
export const useDeskTexts = createTexts('round-table-desk', {
  fr: { ...fr, ...deskFr },
  en: { ...en, ...deskEn },
})

export type DeskSay = ReturnType<typeof useDeskTexts>
