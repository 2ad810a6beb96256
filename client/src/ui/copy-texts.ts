import { createTexts } from '../i18n/create-texts.ts'

const fr = {
  copy: 'Copier',
  copyThis: 'Copier : {{what}}',
  copied: 'Copié',
  copyFailed: 'Sélectionnez puis copiez',
} as const

const en = {
  copy: 'Copy',
  copyThis: 'Copy: {{what}}',
  copied: 'Copied',
  copyFailed: 'Select, then copy',
} satisfies Record<keyof typeof fr, string>

export const useCopyTexts = createTexts('copy', { fr, en })
