/**
 * What the parts of boards and of our own drawings are called, in the client's views and in the harvest alike. « Co-sentir »
 * and its neighbours are the words of Theory U as its practitioners say them.
 */

/** Our own drawings to work on (drawings/). */
export const BACKGROUNDS = [
  'two-by-two',
  'keep-stop-transform-learn',
  'u-curve',
  'hopes-fears',
  'tree',
  'circles',
] as const

/** The parts of each drawing, in the order in which one reads them. */
export const PART_IDS = {
  'two-by-two': ['top-left', 'top-right', 'bottom-left', 'bottom-right'],
  'keep-stop-transform-learn': ['keep', 'stop', 'transform', 'learn'],
  'u-curve': ['initiate', 'sense', 'source', 'create', 'evolve'],
  'hopes-fears': ['hopes', 'fears'],
  tree: ['fruits', 'trunk', 'roots'],
  circles: ['centre', 'near', 'far', 'beyond'],
} as const satisfies Readonly<Record<(typeof BACKGROUNDS)[number], readonly string[]>>
export type PartId = (typeof PART_IDS)[keyof typeof PART_IDS][number]

const fr = {
  'top-left': 'En haut à gauche',
  'top-right': 'En haut à droite',
  'bottom-left': 'En bas à gauche',
  'bottom-right': 'En bas à droite',
  keep: 'Garder',
  stop: 'Arrêter',
  transform: 'Transformer',
  learn: 'Apprendre',
  initiate: 'Co-initier',
  sense: 'Co-sentir',
  source: 'Se relier à la source',
  create: 'Co-créer',
  evolve: 'Co-évoluer',
  hopes: 'Espoirs',
  fears: 'Craintes',
  fruits: 'Fruits',
  trunk: 'Tronc',
  roots: 'Racines',
  centre: 'Au centre',
  near: 'Tout près',
  far: 'Plus loin',
  beyond: 'Au-delà',
  unplaced: 'Pas encore placés',
  'no-zone': 'Sans zone',
  from: 'Avant',
  to: 'Après',
  part: 'Place',
  later: 'À placer plus tard',
} as const

/** Says what a part of a board is called. */
export type SayPart = (part: keyof typeof fr) => string

const en = {
  'top-left': 'Top left',
  'top-right': 'Top right',
  'bottom-left': 'Bottom left',
  'bottom-right': 'Bottom right',
  keep: 'Keep',
  stop: 'Stop',
  transform: 'Transform',
  learn: 'Learn',
  initiate: 'Co-initiating',
  sense: 'Co-sensing',
  source: 'Connecting to source',
  create: 'Co-creating',
  evolve: 'Co-evolving',
  hopes: 'Hopes',
  fears: 'Fears',
  fruits: 'Fruits',
  trunk: 'Trunk',
  roots: 'Roots',
  centre: 'At the centre',
  near: 'Close by',
  far: 'Further out',
  beyond: 'Beyond',
  unplaced: 'Not placed yet',
  'no-zone': 'No zone',
  from: 'Before',
  to: 'After',
  part: 'Place',
  later: 'To be placed later',
} as const satisfies Readonly<Record<keyof typeof fr, string>>

export const PART_WORDS = { fr, en } as const
