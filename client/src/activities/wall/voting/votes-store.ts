/** What is told of votes and likes, for whoever shows notes: each is rendered again only when its own number changes. */
import type { WallItem } from '@escale/shared'
import { dotsIn, isOpen, type Round, readRound, type VotesView } from '@escale/shared/activities/wall'
import { createContext, use, useCallback } from 'react'
import type * as Y from 'yjs'
import { createStore, type StoreApi, useStore } from 'zustand'

export type Told = ReturnType<typeof readRound>

export interface Votes {
  readonly rounds: readonly Round[]
  /** By round. */
  readonly told: ReadonlyMap<string, Told>
  /** By note; empty: nobody likes anything, or nobody is asked. */
  readonly likes: ReadonlyMap<string, number>
  /** What I like. */
  readonly mine: ReadonlySet<string>
  /** Absent: I cannot like anything here. */
  readonly like: ((note: string, on: boolean) => void) | undefined
}

export type VotesStore = StoreApi<Votes>

const NO_LIKES: ReadonlyMap<string, number> = new Map()
const NO_MINE: ReadonlySet<string> = new Set()
const NOTHING: Votes = { rounds: [], told: new Map(), likes: NO_LIKES, mine: NO_MINE, like: undefined }

export const createVotes = (): VotesStore => createStore<Votes>(() => NOTHING)
/** Where there is no vote and nothing to like. */
const NO_VOTES = createVotes()
export const VotesContext = createContext<VotesStore>(NO_VOTES)

export const toldIn = (doc: Y.Doc, { rounds }: Pick<VotesView, 'rounds'>): ReadonlyMap<string, Told> =>
  new Map(rounds.map((round) => [round.id, readRound(doc, round.id)]))

/** Dots in the last vote that has told its totals and was about this note or this stack; 0: none, or no such vote. */
export function dotsOn({ rounds, told }: Votes, item: WallItem): number {
  for (let at = rounds.length - 1; at >= 0; at--) {
    const round = rounds[at]
    const totals = round && told.get(round.id)?.totals
    const dots = totals && dotsIn(round.settings, totals, item)
    if (dots != null) return dots
  }
  return 0
}

/** How many dots a note or a stack has, for sorting: a function that changes when any number does. */
export function useVotesOf(): (item: WallItem) => number {
  const votes = useStore(use(VotesContext))
  return useCallback((item: WallItem) => dotsOn(votes, item), [votes])
}

/** Has some vote told its totals, so that notes can be sorted by them? */
export const useHasVotes = (): boolean =>
  useStore(use(VotesContext), ({ told }) => [...told.values()].some(({ totals }) => totals !== null))

export const useVotes = <T>(pick: (votes: Votes) => T): T => useStore(use(VotesContext), pick)

/** Is a round over: closed, out of time, or counted for good? */
export const isRoundOver = (round: Round, told: Told | undefined, elapsed: number): boolean =>
  told?.final === true || !isOpen(round, elapsed)
