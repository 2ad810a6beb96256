import { createTexts } from '../../../i18n/create-texts.ts'

const fr = {
  lines_one: 'Vous avez collé {{count}} ligne.',
  lines_many: 'Vous avez collé {{count}} lignes.',
  lines_other: 'Vous avez collé {{count}} lignes.',
  rows_one: 'Vous avez collé un tableau d’une ligne.',
  rows_many: 'Vous avez collé un tableau de {{count}} lignes.',
  rows_other: 'Vous avez collé un tableau de {{count}} lignes.',
  second: 'La deuxième colonne est :',
  'second-text': 'la suite du texte',
  'second-zone': 'la zone',
  'second-category': 'la catégorie',
  each_one: 'En faire un post-it',
  each_many: 'En faire {{count}} post-it',
  each_other: 'En faire {{count}} post-it',
  one: 'Un seul post-it',
} as const

const en = {
  lines_one: 'You pasted {{count}} line.',
  lines_other: 'You pasted {{count}} lines.',
  rows_one: 'You pasted a table of one row.',
  rows_other: 'You pasted a table of {{count}} rows.',
  second: 'The second column is:',
  'second-text': 'the rest of the text',
  'second-zone': 'the zone',
  'second-category': 'the category',
  each_one: 'Make one note',
  each_other: 'Make {{count}} notes',
  one: 'One note only',
} as const

export const usePastedTexts = createTexts('wall-pasted', { fr, en })
