/** One person's dots: how they are kept, and what may be done with them. The budget holds here and nowhere else. */
import type * as Y from 'yjs'
import { accept, type Outcome, refuse } from '../../../outcome.ts'
import type { VoteSettings } from './round.ts'
import { DOTS_MAX } from './rules.ts'

/** Note → how many dots, at least one. */
export type Ballot = ReadonlyMap<string, number>

const dotsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('dots')

/** Never throws, and never gives more than a budget can be. */
export function readBallot(doc: Y.Doc): Ballot {
  const ballot = new Map<string, number>()
  for (const [note, dots] of dotsOf(doc).entries()) {
    if (ballot.size >= DOTS_MAX) break
    if (typeof dots === 'number' && Number.isInteger(dots) && dots > 0)
      ballot.set(note, Math.min(DOTS_MAX, dots))
  }
  return ballot
}

/** Writes only what differs. */
export function writeBallot(doc: Y.Doc, ballot: Ballot): void {
  const map = dotsOf(doc)
  doc.transact(() => {
    for (const note of [...map.keys()]) if (!ballot.has(note)) map.delete(note)
    for (const [note, dots] of ballot) if (map.get(note) !== dots) map.set(note, dots)
  })
}

export const spentOn = (ballot: Ballot): number => [...ballot.values()].reduce((sum, dots) => sum + dots, 0)

/**
 * The ballot with `dots` on `note`, whatever was on it before: the same wish twice is as once. Dots on notes that
 * `isThere` does not know any more are given back first.
 */
export function withDots(
  ballot: Ballot,
  note: string,
  dots: number,
  { dots: budget, several }: Pick<VoteSettings, 'dots' | 'several'>,
  isThere: (note: string) => boolean,
): Outcome<Ballot> {
  const next = new Map([...ballot].filter(([id]) => isThere(id)))
  next.delete(note)
  if (dots === 0) return accept(next)
  if (!isThere(note)) return refuse('stale')
  if (dots > (several ? budget : 1) || spentOn(next) + dots > budget) return refuse('too-many')
  return accept(next.set(note, dots))
}
