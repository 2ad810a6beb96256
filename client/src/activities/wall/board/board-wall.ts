import type { Wall } from '../use-wall.ts'

/** What a board needs of a wall. */
export type BoardWall = Pick<
  Wall,
  'notes' | 'ready' | 'mayWrite' | 'mayEdit' | 'mayMove' | 'mayMoveAll' | 'move' | 'arrange' | 'add'
>
