import type { Drag } from '../../a11y/drag.ts'

/** What is dragged where groups are made, and how the same is done without. */
export const drags: readonly Drag[] = [
  {
    id: 'group-person',
    file: 'console/PersonChip.tsx',
    moves: 'a person from one group into another',
    alternative: { role: 'menuitem', name: /^vers le groupe 2$/ },
    test: 'drags.test.tsx',
  },
]
