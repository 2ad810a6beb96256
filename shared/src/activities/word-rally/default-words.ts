/**
 * Content, not interface: the words of the visio of 24 April and its spare ones. Concrete nouns and verbs of different
 * registers (a place, a feeling, a gesture, a bond, a direction, a horizon) that name neither illness nor mourning.
 */
export const DEFAULT_WORDS = ['fenêtre', 'silence', 'levain', 'voisine', 'boussole', 'éclaircie'] as const

export const SPARE_WORDS = ['jardin', 'applaudir', 'détour', 'fil', 'brouillon', 'pas'] as const
