import type { WordRallyAction } from '@escale/shared/activities/word-rally'
import { createDeeds } from '../kit/deeds.ts'

export const deeds = createDeeds<WordRallyAction['type']>('word-rally', {
  fr: {
    call: 'appel à lire',
    end: 'fin de la lecture',
    skip: 'lecture remise à plus tard',
    recall: 'reprise de la lecture',
  },
  en: {
    call: 'calling a reader',
    end: 'end of the reading',
    skip: 'putting off the reading',
    recall: 'going back to the reading',
  },
})
