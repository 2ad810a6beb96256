import type * as Y from 'yjs'
import { readOne, stackNotes, unstackAll } from '../../../wall/model.ts'
import type { GroupEdit, UngroupEdit } from './themes.ts'

/** False: none of these notes stands alone any more, so that nothing was done. */
export function applyGroups(wall: Y.Doc, edit: GroupEdit | UngroupEdit): boolean {
  if (edit.type === 'ungroup') {
    unstackAll(wall, edit.stacks)
    return true
  }
  let isDone = false
  wall.transact(() => {
    for (const { stack, title, notes } of edit.stacks) {
      const free = notes.filter((id) => ['', stack].includes(readOne(wall, id)?.stack ?? ''))
      isDone = stackNotes(wall, { id: stack, title, notes: free }) || isDone
    }
  })
  return isDone
}
