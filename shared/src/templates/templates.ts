import { SESSION_CAPACITY_DEFAULT } from '../limits.ts'
import type { Settings, Workshop } from '../plan/workshop.ts'
import { shortWorkshop } from './short-workshop.ts'
import { visio24Avril } from './visio-24-avril/index.ts'

export interface Template {
  readonly id: string
  readonly title: Readonly<Record<'fr' | 'en', string>>
  /** One sentence: what it is for. */
  readonly summary: Readonly<Record<'fr' | 'en', string>>
  /** The languages that its plan is written in; it is offered to nobody else. */
  readonly languages: readonly ('fr' | 'en')[]
  readonly workshop: (language: 'fr' | 'en') => Workshop
}

/** What every new session starts with. */
export const defaultSettings = (title: string, language: 'fr' | 'en'): Settings => ({
  title,
  language,
  identity: ['named', 'pseudonym', 'anonymous'],
  askOrganisation: false,
  askTerritory: false,
  visio: { plenary: '', groups: { mode: 'none' } },
  capacity: SESSION_CAPACITY_DEFAULT,
  startsAt: null,
  harvestShared: false,
})

const BLANK_TITLE = { fr: 'Nouvel atelier', en: 'New workshop' } as const

export const blankWorkshop = (language: 'fr' | 'en'): Workshop => ({
  settings: defaultSettings(BLANK_TITLE[language], language),
  plan: [],
})

const VISIO_TITLE =
  'Visio du 24 avril – Partage de la démarche et co-construction de l’après «\u00a0ensemble\u00a0»'

export const templates: readonly Template[] = [
  {
    id: 'visio-24-avril',
    title: { fr: 'Visio du 24 avril', en: 'The 24 April video meeting (in French)' },
    summary: {
      fr: 'Deux heures à 200 : intentions sur un mur, rallye des mots, sous-groupes avec tour de table, suites.',
      en: 'Two hours with 200 people: intentions on a wall, word rally, groups with a round of turns, follow-ups.',
    },
    languages: ['fr'],
    workshop: () => ({
      settings: { ...defaultSettings(VISIO_TITLE, 'fr'), askOrganisation: true, askTerritory: true },
      plan: [...visio24Avril],
    }),
  },
  {
    id: 'short-workshop',
    title: { fr: 'Atelier court', en: 'Short workshop' },
    summary: {
      fr: 'Quarante-cinq minutes pour commencer : accueil, mur, petits groupes, clôture.',
      en: 'Forty-five minutes to begin with: welcome, wall, small groups, closing.',
    },
    languages: ['fr', 'en'],
    workshop: (language) => ({
      settings: defaultSettings(language === 'fr' ? 'Atelier court' : 'Short workshop', language),
      plan: shortWorkshop(language),
    }),
  },
]
