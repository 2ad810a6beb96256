import type { GroupEdit, UngroupEdit } from './themes.ts'

/** How finely a wall may be divided: from few large groups (0) to many small ones. */
export const GRAINS = 7
/** As many as fit a command (`COMMAND_MAX_BYTES`), whatever their ids. */
export const GROUPED_NOTES_MAX = 1_200
export const GROUPED_STACKS_MAX = 100

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
