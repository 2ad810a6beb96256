import { createTexts } from '../i18n/create-texts.ts'

const fr = {
  kept: 'Textes gardés sur cet appareil',
  refused: 'Ce texte n’a pas été envoyé. {{reason}}',
  begun: 'Vous étiez en train d’écrire :',
  'no-text': 'Un post-it sans texte (une image ou un dessin)',
  send: 'Envoyer',
  copy: 'Copier',
  copied: 'Texte copié',
  'copy-failed': 'La copie a été refusée : sélectionnez le texte et copiez-le.',
  drop: 'Jeter',
  'drop-sure': 'Jeter vraiment ?',
  'draft-back': 'Votre brouillon est revenu.',
  'draft-away': 'Ne pas le garder',
} as const

const en = {
  kept: 'Texts kept on this device',
  refused: 'This text was not sent. {{reason}}',
  begun: 'You were writing:',
  'no-text': 'A note without text (a picture or a drawing)',
  send: 'Send',
  copy: 'Copy',
  copied: 'Text copied',
  'copy-failed': 'The browser would not copy: select the text and copy it.',
  drop: 'Discard',
  'drop-sure': 'Really discard?',
  'draft-back': 'Your draft is back.',
  'draft-away': 'Do not keep it',
}

export const useWordsTexts = createTexts('words', { fr, en })
