import { createTexts } from '../i18n/create-texts.ts'

const fr = { anonymous: 'Anonyme {{rank}}', team: 'L’animation', somebody: 'Quelqu’un' } as const
const en = { anonymous: 'Anonymous {{rank}}', team: 'A facilitator', somebody: 'Someone' }

export const useNameTexts = createTexts('names', { fr, en })
