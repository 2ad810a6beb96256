import type { WallAction } from '@escale/shared/activities/wall'
import { createDeeds } from '../kit/deeds.ts'

export const deeds = createDeeds<WallAction['type']>('wall', {
  fr: {
    lock: 'fermeture du mur',
    unlock: 'réouverture du mur',
    reveal: 'post-it révélés',
    hide: 'post-it cachés',
    set: 'réglages du mur',
    spotlight: 'lecture du mur',
    film: 'film du mur',
    cursors: 'affichage des curseurs',
  },
  en: {
    lock: 'closing the wall',
    unlock: 'opening the wall again',
    reveal: 'revealing the notes',
    hide: 'hiding the notes',
    set: 'the wall’s settings',
    spotlight: 'reading the wall',
    film: 'the film of the wall',
    cursors: 'showing cursors',
  },
})
