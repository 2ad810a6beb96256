/** A proposal while the facilitator works on it. Nothing of it is on the wall. */
import type { ThemeProposal } from '@escale/shared/activities/wall'

export interface DraftGroup {
  /** Will be the stack’s. */
  readonly id: string
  readonly title: string
  readonly words: readonly string[]
  readonly notes: readonly string[]
}

export interface Draft {
  readonly groups: readonly DraftGroup[]
  /** Notes without theme. */
  readonly alone: readonly string[]
  /** Did the facilitator change anything? */
  readonly touched: boolean
}

/** Fewer are no group. */
const GROUP_LEAST_NOTES = 2

export const draftOf = ({ themes, alone }: ThemeProposal, mintId: () => string): Draft => ({
  groups: themes.map((theme) => ({ id: mintId(), ...theme })),
  alone,
  touched: false,
})

export const rename = (draft: Draft, id: string, title: string): Draft => ({
  ...draft,
  groups: draft.groups.map((group) => (group.id === id ? { ...group, title } : group)),
  touched: true,
})

/** To the group of this id, which is made when there is none; `null`: to those without theme. Emptied groups are gone. */
export function moveNotes(draft: Draft, notes: ReadonlySet<string>, to: string | null): Draft {
  const moving = [...draft.groups.flatMap((group) => group.notes), ...draft.alone].filter((id) =>
    notes.has(id),
  )
  const staying = (ids: readonly string[]) => ids.filter((id) => !notes.has(id))
  const isNew = to !== null && !draft.groups.some((group) => group.id === to)
  const groups = draft.groups.map((group) => ({
    ...group,
    notes: group.id === to ? [...staying(group.notes), ...moving] : staying(group.notes),
  }))
  const added = isNew ? [{ id: to, title: '', words: [], notes: moving }] : []
  return {
    groups: [...groups, ...added].filter((group) => group.notes.length > 0),
    alone: to === null ? [...staying(draft.alone), ...moving] : staying(draft.alone),
    touched: true,
  }
}

/** Dissolves a group: its notes are without theme. */
export const dropGroup = (draft: Draft, id: string): Draft =>
  moveNotes(draft, new Set(draft.groups.find((group) => group.id === id)?.notes), null)

/** What stays of it on a wall from which notes have gone since. */
export function onWall(draft: Draft, isThere: (id: string) => boolean): Draft {
  const groups = draft.groups.map((group) => ({ ...group, notes: group.notes.filter(isThere) }))
  return {
    ...draft,
    groups: groups.filter((group) => group.notes.length > 0),
    alone: draft.alone.filter(isThere),
  }
}

/** The stacks that accepting makes. */
export const stacksOf = (draft: Draft) =>
  draft.groups
    .filter((group) => group.notes.length >= GROUP_LEAST_NOTES)
    .map(({ id, title, notes }) => ({ stack: id, title: title.trim(), notes }))
