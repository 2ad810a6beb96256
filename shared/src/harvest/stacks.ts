import type { HarvestNote, HarvestZone } from './blocks.ts'

/** Notes that stand together: those of a stack, or some that follow one another and are in none. */
export interface NoteRun {
  /** null: in no stack; empty: in one without a name. */
  readonly title: string | null
  readonly notes: readonly HarvestNote[]
  /** Dots of the stack as one; absent: none were given to it. */
  readonly votes?: number
}

/** A zone's notes in their order, stacks told apart from notes that stand alone. */
export function noteRuns({ notes, stacks = [] }: HarvestZone): readonly NoteRun[] {
  const titles = new Map(stacks.flatMap((stack) => stack.notes.map((id) => [id, stack] as const)))
  const runs: (NoteRun & { readonly of: object | undefined; readonly notes: HarvestNote[] })[] = []
  for (const note of notes) {
    const stack = titles.get(note.id)
    const last = runs.at(-1)
    if (last && last.of === stack) last.notes.push(note)
    else if (stack === undefined) runs.push({ of: stack, title: null, notes: [note] })
    else
      runs.push({
        ...{ of: stack, title: stack.title, notes: [note] },
        ...(stack.votes === undefined ? {} : { votes: stack.votes }),
      })
  }
  return runs
}

/**
 * A zone as pages and pictures show it: each stack as one thing under its name, then the notes that are in none. Every note is
 * in one of the two.
 */
export function stacksAndRest(zone: HarvestZone): {
  readonly stacks: readonly NoteRun[]
  readonly rest: readonly HarvestNote[]
} {
  const runs = noteRuns(zone)
  return {
    stacks: runs.filter(({ title }) => title !== null),
    rest: runs.flatMap(({ title, notes }) => (title === null ? notes : [])),
  }
}
