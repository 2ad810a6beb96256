import { createTexts } from '../i18n/create-texts.ts'

const fr = {
  clap: 'Applaudir',
  heart: 'J’aime',
  party: 'Bravo',
  laugh: 'Ça me fait rire',
  think: 'Ça me fait réfléchir',
  thumb: 'D’accord',
  heard: 'Réactions : {{list}}',
} as const

const en = {
  clap: 'Applaud',
  heart: 'Love it',
  party: 'Well done',
  laugh: 'That makes me laugh',
  think: 'That makes me think',
  thumb: 'Agreed',
  heard: 'Reactions: {{list}}',
} as const

export const useReactionTexts = createTexts('reactions', { fr, en })
