import type { RoundTableFacilitatorAction } from '@escale/shared/activities/round-table'
import { createDeeds } from '../kit/deeds.ts'

export const deeds = createDeeds<RoundTableFacilitatorAction['type']>('round-table', {
  fr: {
    propose: 'proposition de groupes',
    draft: 'groupes proposés',
    move: 'changement de groupe',
    launch: 'lancement des groupes',
    extend: 'temps des groupes',
    'call-back': 'rappel en plénière',
    reopen: 'réouverture du groupe',
    merge: 'réunion de deux groupes',
    part: 'séparation de deux groupes',
    together: 'geste sur plusieurs groupes',
    'show-page': 'notes à l’écran',
  },
  en: {
    propose: 'proposing groups',
    draft: 'proposed groups',
    move: 'change of group',
    launch: 'launching the groups',
    extend: 'time of the groups',
    'call-back': 'calling back to the plenary',
    reopen: 'reopening the group',
    merge: 'merging two groups',
    part: 'parting two groups',
    together: 'what was done to several groups',
    'show-page': 'notes on the screen',
  },
})
