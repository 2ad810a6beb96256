import { createTexts } from '../../../i18n/create-texts.ts'

const fr = {
  'help-title': 'Appeler l’animation',
  'help-text': 'Une personne de l’équipe d’animation viendra dès que possible.',
  'help-reason': 'Pourquoi ?',
  'help-send': 'Appeler',
} as const

const en = {
  'help-title': 'Call a facilitator',
  'help-text': 'One of the facilitators will come as soon as possible.',
  'help-reason': 'Why?',
  'help-send': 'Call',
}

export const useHelpTexts = createTexts('round-table-help', { fr, en })
