import { PLAIN_WALL } from '../activities/wall/definition.ts'
import type { Activity } from '../plan/workshop.ts'

type Texts = Readonly<
  Record<
    'welcome' | 'welcomeBody' | 'wall' | 'wallPrompt' | 'groups' | 'groupsQuestion' | 'close' | 'closeBody',
    string
  >
>

const TEXTS: Readonly<Record<'fr' | 'en', Texts>> = {
  fr: {
    welcome: 'Accueil',
    welcomeBody: 'Bienvenue. Installez-vous, prenez un papier et de quoi écrire.',
    wall: 'Ce qui nous importe',
    wallPrompt: 'Qu’est-ce qui vous importe le plus aujourd’hui sur ce sujet ?',
    groups: 'En petits groupes',
    groupsQuestion: 'Qu’est-ce que cela nous donne envie d’essayer ensemble ?',
    close: 'Clôture',
    closeBody: 'Un mot chacun·e pour se quitter : avec quoi repartez-vous ?',
  },
  en: {
    welcome: 'Welcome',
    welcomeBody: 'Welcome. Settle in, take some paper and something to write with.',
    wall: 'What matters to us',
    wallPrompt: 'What matters most to you today on this subject?',
    groups: 'In small groups',
    groupsQuestion: 'What would we like to try together?',
    close: 'Closing',
    closeBody: 'One word each to part: what do you take with you?',
  },
}

const MINUTE_MS = 60_000

const step = (id: string, kind: string, title: string, minutes: number, definition: unknown): Activity => ({
  id,
  kind,
  title,
  instructions: '',
  privateNote: '',
  durationMs: minutes * MINUTE_MS,
  durationProposed: true,
  definition,
})

const slide = (body: string) => ({ body, quotes: [], picture: null, links: [], video: null })

/** Forty-five minutes for a team that has never used Escale: welcome, wall, small groups, closing. */
export function shortWorkshop(language: 'fr' | 'en'): Activity[] {
  const t = TEXTS[language]
  return [
    step('welcome', 'slide', t.welcome, 5, slide(t.welcomeBody)),
    step('wall', 'wall', t.wall, 10, { ...PLAIN_WALL, prompt: t.wallPrompt }),
    step('groups', 'round-table', t.groups, 25, {
      question: t.groupsQuestion,
      min: 4,
      max: 6,
      target: null,
      turnMs: 2 * MINUTE_MS,
      mixBy: 'none',
      facilitatorsTakePart: false,
      order: 'alphabetical',
      autoAdvance: false,
    }),
    step('closing', 'slide', t.close, 5, slide(t.closeBody)),
  ]
}
