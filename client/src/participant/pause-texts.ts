import { createTexts } from '../i18n/create-texts.ts'

const fr = {
  paused: 'PAUSE',
  'paused-text': 'Le temps est arrêté.',
  'paused-said': 'Pause : le temps est arrêté.',
  'resumed-said': 'On reprend.',
} as const

const en = {
  paused: 'PAUSE',
  'paused-text': 'The clock is stopped.',
  'paused-said': 'Paused: the clock is stopped.',
  'resumed-said': 'The clock is running again.',
} satisfies Record<keyof typeof fr, string>

/** Loaded with the first pause. */
export const usePauseTexts = createTexts('participant-pause', { fr, en })
