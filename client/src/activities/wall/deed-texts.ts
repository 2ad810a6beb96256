import type { WallAction } from '@escale/shared/activities/wall'
import { createDeeds } from '../kit/deeds.ts'

export const deeds = createDeeds<WallAction['type']>('wall', {
  fr: {
    lock: 'fermeture du mur',
    unlock: 'réouverture du mur',
    reveal: 'post-it révélés',
    'reveal-next': 'post-it révélé',
    hide: 'post-it cachés',
    set: 'réglages du mur',
    spotlight: 'lecture du mur',
    film: 'film du mur',
    'vote-start': 'lancement du vote',
    'vote-close': 'clôture du vote',
    'vote-reopen': 'réouverture du vote',
    'vote-cancel': 'abandon du vote',
    'vote-extend': 'temps du vote',
    likes: 'cœurs sur les post-it',
    cursors: 'affichage des curseurs',
  },
  en: {
    lock: 'closing the wall',
    unlock: 'opening the wall again',
    reveal: 'revealing the notes',
    'reveal-next': 'revealing a note',
    hide: 'hiding the notes',
    set: 'the wall’s settings',
    spotlight: 'reading the wall',
    film: 'the film of the wall',
    'vote-start': 'starting the vote',
    'vote-close': 'closing the vote',
    'vote-reopen': 'opening the vote again',
    'vote-cancel': 'giving up the vote',
    'vote-extend': 'the time of the vote',
    likes: 'hearts on notes',
    cursors: 'showing cursors',
  },
})
