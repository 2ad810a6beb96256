import type * as Y from 'yjs'
import type { HarvestBlock } from '../../../harvest/blocks.ts'
import type { WallNote } from '../../../wall/note.ts'
import { dotsOf, ranked, votersOf } from './count.ts'
import { readLikeCounts, readRound, type Told } from './documents.ts'
import type { Round, VoteState } from './round.ts'
import { mayReceive, standing } from './rules.ts'

type Ranking = Extract<HarvestBlock, { type: 'ranking' }>

/** What votes add to the récolte: a weight for each note, and the ranking of each vote that is over. */
export interface VoteHarvest {
  readonly weightOf: (note: WallNote) => { readonly votes?: number; readonly likes?: number }
  readonly rankings: readonly Ranking[]
}

export const NO_WEIGHTS: VoteHarvest = { weightOf: () => ({}), rankings: [] }

function rankingOf(
  { settings }: Round,
  { totals, voters, voted }: Told,
  notes: readonly WallNote[],
): Ranking {
  return {
    type: 'ranking',
    dots: settings.dots,
    voted,
    secret: settings.secret,
    entries: ranked(notes, totals ?? new Map()).map(({ note, dots, rank, tied }) => ({
      rank,
      tied,
      note: note.id,
      text: note.text,
      votes: dots,
      people: Object.keys(votersOf(note, voters)),
    })),
  }
}

export function harvestVotes(
  votes: VoteState,
  told: Y.Doc | undefined,
  notes: readonly WallNote[],
): VoteHarvest {
  if (told === undefined) return NO_WEIGHTS
  const over = standing(votes).flatMap((round) => {
    const result = readRound(told, round.id)
    return result.final ? [{ round, result }] : []
  })
  const likes = readLikeCounts(told)
  return {
    weightOf: (note) => {
      // What counts is the last vote in which it could have any.
      const dots = ({ result }: (typeof over)[number]) => dotsOf(note, result.totals ?? new Map())
      const last = over.findLast((one) => mayReceive(one.round.settings, note) || dots(one) > 0)
      return {
        ...(last ? { votes: dots(last) } : {}),
        ...(likes.has(note.id) ? { likes: likes.get(note.id) ?? 0 } : {}),
      }
    },
    rankings: over.map(({ round, result }) => rankingOf(round, result, notes)),
  }
}
