import type * as Y from 'yjs'
import type { HarvestBlock } from '../../../harvest/blocks.ts'
import { isStacked, type WallItem } from '../../../wall/items.ts'
import type { WallContent } from '../../../wall/read.ts'
import { choicesOf, choiceText, dotsIn } from './choices.ts'
import { ranked, votersOf } from './count.ts'
import { readLikeCounts, readRound, type Told } from './documents.ts'
import type { Round, VoteState } from './round.ts'
import { standing } from './rules.ts'

type Ranking = Extract<HarvestBlock, { type: 'ranking' }>

/** What votes add to the récolte: a weight for each note and each stack, and the ranking of each vote that is over. */
export interface VoteHarvest {
  readonly weightOf: (item: WallItem) => { readonly votes?: number; readonly likes?: number }
  readonly rankings: readonly Ranking[]
}

export const NO_WEIGHTS: VoteHarvest = { weightOf: () => ({}), rankings: [] }

function rankingOf(
  { settings }: Round,
  { totals, voters, voted }: Told,
  content: WallContent,
  place: { readonly round?: number },
): Ranking {
  return {
    type: 'ranking',
    ...place,
    dots: settings.dots,
    voted,
    secret: settings.secret,
    entries: ranked(choicesOf(content, settings), totals ?? new Map()).map(
      ({ choice, dots, rank, tied }) => ({
        rank,
        tied,
        note: choice.notes[0]?.id ?? choice.id,
        text: choiceText(choice),
        votes: dots,
        people: Object.keys(votersOf(choice, voters)),
        ...(choice.stack === null ? {} : { stack: { title: choice.stack.title, notes: choice.stack.notes } }),
      }),
    ),
  }
}

export function harvestVotes(votes: VoteState, told: Y.Doc | undefined, content: WallContent): VoteHarvest {
  if (told === undefined) return NO_WEIGHTS
  const rounds = standing(votes)
  const over = rounds.flatMap((round, i) => {
    const result = readRound(told, round.id)
    return result.final ? [{ round, result, place: rounds.length > 1 ? { round: i + 1 } : {} }] : []
  })
  const likes = readLikeCounts(told)
  return {
    weightOf: (item) => {
      // Hearts are of notes; that a stack has the id of one means nothing.
      const hearts = isStacked(item) ? undefined : likes.get(item.id)
      // What counts is the last vote in which it could have any.
      const votes = over
        .map(({ round, result }) => dotsIn(round.settings, result.totals ?? new Map(), item))
        .findLast((dots) => dots !== undefined)
      return {
        ...(votes === undefined ? {} : { votes }),
        ...(hearts === undefined ? {} : { likes: hearts }),
      }
    },
    rankings: over.map(({ round, result, place }) => rankingOf(round, result, content, place)),
  }
}
