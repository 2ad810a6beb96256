/** The rules of votes that every participant's device knows too; without the schemas, which it need not download. */
import type { WallNote } from '../../../wall/note.ts'

/** Dots per person. */
export const DOTS_MAX = 20
/** Votes in one activity. */
export const ROUNDS_MAX = 20
/** Notes and stacks that a second round may be restricted to. */
export const SELECTED_MAX = 200

/** Three dots, several on one note if one likes, secret, told at the end, as long as it takes. */
export const USUAL_VOTE = {
  dots: 3,
  several: true,
  live: false,
  secret: true,
  own: true,
  zones: [] as string[],
  notes: null,
}

export const lastRound = <R>({ rounds }: { readonly rounds: readonly R[] }): R | undefined => rounds.at(-1)

/** Those that count. The others stay in the state so that their ids are not used again. */
export const standing = <R extends { readonly status: string }>({
  rounds,
}: {
  readonly rounds: readonly R[]
}): readonly R[] => rounds.filter(({ status }) => status === 'open' || status === 'closed')

/** Is it open at this activity time? */
export const isOpen = (
  { status, until }: { readonly status: string; readonly until: number | null },
  elapsed: number,
): boolean => status === 'open' && (until === null || elapsed < until)

/** Is this one that people may vote for? Whose it is does not matter here. */
export const mayReceive = (
  { zones, notes }: { readonly zones: readonly string[]; readonly notes: readonly string[] | null },
  note: Pick<WallNote, 'id' | 'zone'>,
): boolean => (zones.length === 0 || zones.includes(note.zone)) && (notes === null || notes.includes(note.id))
