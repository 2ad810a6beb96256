import type { Drag } from '../../a11y/drag.ts'

/** What is dragged in the plan, and how the same is done without. */
export const drags: readonly Drag[] = [
  {
    id: 'plan-activity',
    file: 'ActivityList.tsx',
    moves: 'an activity earlier or later in the plan',
    alternative: { role: 'menuitem', name: /^Monter$/ },
    test: 'drags.test.tsx',
  },
]
