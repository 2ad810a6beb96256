import type { Drag } from '../../a11y/drag.ts'

/** What is dragged on a wall, and how the same is done without. */
export const drags: readonly Drag[] = [
  {
    id: 'wall-column-note',
    file: 'moving/drag.ts',
    moves: 'a note or a stack within its zone and into another',
    alternative: { role: 'button', name: /^Déplacer vers…$/ },
    test: 'sorting/sorting.test.tsx',
  },
  {
    id: 'wall-board-note',
    file: 'board/pointers.ts',
    moves: 'notes on a board',
    alternative: { role: 'button', name: /^Déplacer un post-it$/ },
    test: 'sorting/sorting.test.tsx',
  },
  {
    id: 'wall-board-pan',
    file: 'board/pointers.ts',
    moves: 'the board itself; with two fingers, its size',
    alternative: { role: 'button', name: /^Tout voir$/ },
    test: 'sorting/sorting.test.tsx',
  },
  {
    id: 'wall-board-lasso',
    file: 'board/pointers.ts',
    moves: 'a frame around notes that are to be picked',
    alternative: { role: 'button', name: /^Sélectionner$/ },
    test: 'sorting/sorting.test.tsx',
  },
  {
    id: 'wall-board-map',
    file: 'board/MiniMap.tsx',
    moves: 'what part of a board is seen',
    alternative: { role: 'button', name: /^Réduire$/ },
    test: 'sorting/sorting.test.tsx',
  },
]
