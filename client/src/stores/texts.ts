import { createTexts } from '../i18n/create-texts.ts'

const fr = { anonymous: 'Anonyme {{rank}}', team: 'Animation', somebody: 'Quelqu’un' } as const
const en = { anonymous: 'Anonymous {{rank}}', team: 'Facilitator', somebody: 'Someone' }

export const useNameTexts = createTexts('names', { fr, en })
