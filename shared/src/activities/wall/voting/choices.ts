/** What people vote for: notes; or, in a vote that takes stacks whole, each stack as one thing and the notes that stand alone. */
import type * as Y from 'yjs'
import { isStacked, type WallItem, wallItems } from '../../../wall/items.ts'
import { type WallNote, wholeOf } from '../../../wall/note.ts'
import { hasStack, readOne, readStack, type WallContent, type WallStack } from '../../../wall/read.ts'
import { dotsOf } from './count.ts'
import { mayReceive } from './rules.ts'

export interface Choice {
  /** What ballots and totals call it. */
  readonly id: string
  /** Where it stands: a stack stands where its first note does. */
  readonly zone: string
  /** Ids of notes whose dots count for it once they are told: those that were made one with it, those in the stack. */
  readonly merged: readonly string[]
  /** In order; at least one. */
  readonly notes: readonly WallNote[]
  /** null: a note. */
  readonly stack: WallStack | null
}

interface Rules {
  readonly zones: readonly string[]
  readonly notes: readonly string[] | null
  readonly stacks?: boolean | undefined
}

const STACK = 'stack.'
/** No note can have this id (note.ts), so a stack is never taken for one. */
export const stackChoice = (stack: string): string => `${STACK}${stack}`

export function choiceOf(item: WallItem): Choice {
  if (!isStacked(item))
    return { id: item.id, zone: item.zone, merged: item.merged ?? [], notes: [item], stack: null }
  const { id, notes, stack } = item
  const zone = notes[0]?.zone ?? ''
  return { id: stackChoice(id), zone, merged: notes.flatMap(wholeOf), notes, stack }
}

/** All that stands on the wall as a vote sees it, in the order of the wall; what may have dots and what may not. */
export const choicesOf = ({ notes, stacks }: WallContent, rules: Pick<Rules, 'stacks'>): readonly Choice[] =>
  (rules.stacks ? wallItems(notes, stacks) : notes).map(choiceOf)

/** One choice as the wall is now; undefined: there is none of this id (any more). Does not read the whole wall. */
export function readChoice(wall: Y.Doc, id: string, { stacks }: Pick<Rules, 'stacks'>): Choice | undefined {
  if (id.startsWith(STACK)) {
    const held = stacks ? readStack(wall, id.slice(STACK.length)) : undefined
    return held && choiceOf({ id: held.stack.id, ...held })
  }
  const note = readOne(wall, id)
  // Its stack stands for it.
  const isInside = stacks && note !== undefined && hasStack(wall, note.stack)
  return note === undefined || isInside ? undefined : choiceOf(note)
}

/** Could this thing of the wall have dots in that vote? Where stacks are voted for, a note in one has none of its own. */
const couldReceive = (rules: Rules, item: WallItem): boolean =>
  (isStacked(item) || !rules.stacks || item.stack === '') && mayReceive(rules, choiceOf(item))

/**
 * What a note or a stack has of a vote; undefined: that vote was not about it. A stack has nothing of a vote for notes: its
 * notes have it.
 */
export function dotsIn(
  rules: Rules,
  totals: ReadonlyMap<string, number>,
  item: WallItem,
): number | undefined {
  if (isStacked(item) && !rules.stacks) return undefined
  const dots = dotsOf(choiceOf(item), totals)
  return dots > 0 || couldReceive(rules, item) ? dots : undefined
}

/** What it says, in a line: a stack by its title, else by its first note. */
export const choiceText = ({ stack, notes }: Choice): string => stack?.title || (notes[0]?.text ?? '')

/** The choices among which these notes are: a stack is chosen with any of its notes. */
export const choicesWith = (choices: readonly Choice[], ids: ReadonlySet<string>): readonly Choice[] =>
  choices.filter(({ notes }) => notes.some(({ id }) => ids.has(id)))
