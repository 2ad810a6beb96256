import { createTexts } from '../../../i18n/create-texts.ts'

const fr = {
  votes_one: '{{count}} vote',
  votes_many: '{{count}} de votes',
  votes_other: '{{count}} votes',
  likes_one: '{{count}} cœur',
  likes_many: '{{count}} de cœurs',
  likes_other: '{{count}} cœurs',
  like: 'J’aime : {{text}}',
  'to-wall': 'Voir le mur',
  'to-vote': 'Aller au vote',
  'to-result': 'Voir le résultat',
  'open-said': 'Vote ouvert.',
  'over-said': 'Vote clos.',
} as const

const en = {
  votes_one: '{{count}} vote',
  votes_other: '{{count}} votes',
  likes_one: '{{count}} heart',
  likes_other: '{{count}} hearts',
  like: 'I like: {{text}}',
  'to-wall': 'See the wall',
  'to-vote': 'Go to the vote',
  'to-result': 'See the result',
  'open-said': 'Voting is open.',
  'over-said': 'Voting has closed.',
} as const

/** What stands on notes, and leads to a vote. */
export const useVotingTexts = createTexts('wall-votes', { fr, en })
