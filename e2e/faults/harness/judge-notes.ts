import type { Writer } from './writer.ts'

export interface NoteFaults {
  /** Confirmed to their author, and not there. */
  readonly lost: readonly string[]
  /** Seen by others, and not there any more. */
  readonly gone: readonly string[]
  /** There, but not as they were written: doubled, cut, mixed. */
  readonly changed: readonly string[]
}

export const NO_FAULT: NoteFaults = { lost: [], gone: [], changed: [] }

/** Compares the writers' journals and what a watcher saw with what somebody finds who comes now. */
export function judgeNotes(
  writers: readonly Pick<Writer, 'written' | 'acknowledged'>[],
  seen: readonly string[],
  held: ReadonlyMap<string, string>,
): NoteFaults {
  const written = new Map(writers.flatMap((w) => [...w.written]))
  return {
    lost: writers.flatMap((w) => [...w.acknowledged].filter((id) => !held.has(id))),
    gone: seen.filter((id) => !held.has(id)),
    changed: [...held].flatMap(([id, text]) => (written.get(id) === text ? [] : [id])),
  }
}
