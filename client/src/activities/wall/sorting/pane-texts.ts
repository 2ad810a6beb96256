/** The few words that stand on every wall from the start. */
import { createTexts } from '../../../i18n/create-texts.ts'

const fr = {
  view: 'Présentation',
  'as-wall': 'Mur',
  'as-list': 'Liste',
  select: 'Sélectionner',
  done: 'Terminer',
  larger: 'Agrandir le mur',
  smaller: 'Réduire le mur',
  pick: 'Choisir : {{text}}',
  'pick-stack': 'Choisir la pile : {{title}}',
  stack: 'Pile : {{title}}',
  unnamed: 'sans nom',
  'of-stack': 'Pile : {{title}} ({{at}} sur {{count}})',
  inside_one: '{{count}} post-it',
  inside_many: '{{count}} post-it',
  inside_other: '{{count}} post-it',
  'open-stack': 'Ouvrir la pile',
  'close-stack': 'Refermer la pile',
  more: 'et {{count}} de plus',
  rename: 'Renommer',
  ungroup: 'Défaire la pile',
} as const

const en = {
  view: 'View',
  'as-wall': 'Wall',
  'as-list': 'List',
  select: 'Select',
  done: 'Done',
  larger: 'Enlarge the wall',
  smaller: 'Make the wall smaller',
  pick: 'Pick: {{text}}',
  'pick-stack': 'Pick the stack: {{title}}',
  stack: 'Stack: {{title}}',
  unnamed: 'unnamed',
  'of-stack': 'Stack: {{title}} ({{at}} of {{count}})',
  inside_one: '{{count}} note',
  inside_other: '{{count}} notes',
  'open-stack': 'Open the stack',
  'close-stack': 'Close the stack',
  more: 'and {{count}} more',
  rename: 'Rename',
  ungroup: 'Take the stack apart',
} as const

export const usePaneTexts = createTexts('wall-pane', { fr, en })
