/** From ballots to totals, and from totals to ranks. */
import type { PersonId } from '../../../ids.ts'
import { type WallNote, wholeOf } from '../../../wall/note.ts'
import type { Ballot } from './ballot.ts'
import type { Told } from './documents.ts'
import type { VoteSettings } from './round.ts'

/**
 * What a round comes to. Dots on notes that are not `there` do not count, but whoever put them has voted: else hiding a note
 * for a moment would tell how many had voted for nothing else.
 */
export function countBallots(
  settings: VoteSettings,
  ballots: Iterable<readonly [PersonId, Ballot]>,
  isThere: (note: string) => boolean,
): Pick<Told, 'voted' | 'voters'> & { readonly totals: ReadonlyMap<string, number> } {
  let voted = 0
  const totals = new Map<string, number>()
  const voters = new Map<string, Record<PersonId, number>>()
  for (const [person, ballot] of ballots) {
    if (ballot.size > 0) voted++
    let left = settings.dots
    for (const [note, dots] of ballot) {
      const counted = Math.min(dots, settings.several ? left : 1, left)
      if (counted === 0 || !isThere(note)) continue
      left -= counted
      totals.set(note, (totals.get(note) ?? 0) + counted)
      if (!settings.secret) voters.set(note, { ...voters.get(note), [person]: counted })
    }
  }
  return { voted, totals, voters }
}

type Counted = Pick<WallNote, 'id' | 'merged'>

/** What a note has of something that is counted by note: its own, and that of the notes that were made one with it since. */
export const dotsOf = (note: Counted, totals: ReadonlyMap<string, number>): number =>
  wholeOf(note).reduce((sum, one) => sum + (totals.get(one) ?? 0), 0)

/** Who gave a note how many, in the same manner. */
export function votersOf(note: Counted, voters: Told['voters']): Readonly<Record<PersonId, number>> {
  const all: Record<PersonId, number> = {}
  for (const one of wholeOf(note))
    for (const [person, dots] of Object.entries(voters.get(one) ?? {}))
      all[person] = (all[person] ?? 0) + dots
  return all
}

export interface Ranked<C> {
  readonly choice: C
  readonly dots: number
  /** From 1; those with as many dots share one, and the next rank is left out for each. */
  readonly rank: number
  /** Others have as many dots. */
  readonly tied: boolean
}

/** Choices with dots, most first; those with as many in the given order. */
export function ranked<C extends Counted>(
  choices: readonly C[],
  totals: ReadonlyMap<string, number>,
): readonly Ranked<C>[] {
  const sorted = choices
    .flatMap((choice) => {
      const dots = dotsOf(choice, totals)
      return dots > 0 ? [{ choice, dots }] : []
    })
    .sort((a, b) => b.dots - a.dots)
  const firstWith = new Map<number, number>()
  const countWith = new Map<number, number>()
  sorted.forEach(({ dots }, i) => {
    if (!firstWith.has(dots)) firstWith.set(dots, i)
    countWith.set(dots, (countWith.get(dots) ?? 0) + 1)
  })
  return sorted.map(({ choice, dots }) => ({
    choice,
    dots,
    rank: (firstWith.get(dots) ?? 0) + 1,
    tied: (countWith.get(dots) ?? 0) > 1,
  }))
}

/** The first `count`, and all who are tied with the last of them. */
export const firstOf = <C>(all: readonly Ranked<C>[], count: number): readonly Ranked<C>[] =>
  all.filter(({ rank }) => rank <= count)
