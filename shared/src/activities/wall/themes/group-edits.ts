import { GROUPED_NOTES_MAX, GROUPED_STACKS_MAX } from './bounds.ts'
import type { GroupEdit, UngroupEdit } from './themes.ts'

interface Group {
  readonly stack: string
  readonly title: string
  readonly notes: readonly string[]
}

/** The edits that make these stacks: one, unless the wall is very large. */
export function groupEdits(groups: readonly Group[]): readonly GroupEdit[] {
  const edits: GroupEdit[] = []
  let room = 0
  for (const { notes, ...group } of groups)
    for (let from = 0; from < notes.length; ) {
      const last = edits.at(-1)
      const isOpen = last !== undefined && room > 0 && last.stacks.length < GROUPED_STACKS_MAX
      const edit = isOpen ? last : { type: 'group' as const, stacks: [] as GroupEdit['stacks'] }
      if (!isOpen) {
        edits.push(edit)
        room = GROUPED_NOTES_MAX
      }
      const part = notes.slice(from, from + room)
      edit.stacks.push({ ...group, notes: part })
      from += part.length
      room -= part.length
    }
  return edits
}

/** The edits that take these stacks apart. */
export function ungroupEdits(stacks: readonly string[]): readonly UngroupEdit[] {
  const edits: UngroupEdit[] = []
  for (let from = 0; from < stacks.length; from += GROUPED_STACKS_MAX)
    edits.push({ type: 'ungroup', stacks: stacks.slice(from, from + GROUPED_STACKS_MAX) })
  return edits
}
