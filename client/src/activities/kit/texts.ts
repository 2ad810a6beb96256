import type { Say } from '../../i18n/create-texts.ts'

/** What a kind's texts must have for the shells and the editor: its name, and one line on what it is for. */
export type KindTextsHook = () => Say<'name' | 'purpose'>
