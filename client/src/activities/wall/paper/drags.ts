import type { Drag } from '../../../a11y/drag.ts'

/** What is dragged on a note. */
export const drags: readonly Drag[] = [
  {
    id: 'wall-note-stroke',
    file: 'use-strokes.ts',
    moves: 'the pen of a drawing: what it says can be written instead',
    alternative: { role: 'textbox', name: /^Nouveau post-it$/ },
    test: 'paper.test.tsx',
  },
]
