/**
 * The documents of votes and likes. What one person chose is on a page of that person's own; what everybody is told is in
 * `votes`, which the server alone writes.
 */
import type * as Y from 'yjs'
import type { PersonId } from '../../../ids.ts'

/** What everybody is told: how many have voted, totals once they are told, likes. */
export const VOTES = 'votes'
const LIKES = 'likes-'
/** Notes that one person may like. */
export const LIKES_MAX = 500

type Secrecy = { readonly id: string; readonly settings: { readonly secret: boolean } }

/**
 * What one person voted in one round. Forgotten when the round is over (docs/adr/0011-what-becomes-of-ballots.md). Its name
 * says whether it is secret, so that no named vote can ever be counted from it.
 */
export const ballotPage = ({ id, settings }: Secrecy, person: PersonId): string =>
  `${settings.secret ? 'ballot' : 'signed'}-${id}-${person}`

export interface BallotName {
  readonly round: string
  readonly secret: boolean
  readonly person: PersonId
}
/** What a name stands for; undefined: it is no ballot. */
export function ballotOf(name: string): BallotName | undefined {
  const [, kind, round, person] = /^(ballot|signed)-([A-Za-z0-9_]{8,20})-(.+)$/.exec(name) ?? []
  return round && person ? { round, secret: kind === 'ballot', person } : undefined
}
/** Is this a ballot of this round? */
export const isBallotOf = ({ id, settings }: Secrecy, ballot: BallotName): boolean =>
  ballot.round === id && ballot.secret === settings.secret

export const likesPage = (person: PersonId): string => `${LIKES}${person}`
/** Whose likes a name stands for; undefined: it is another document. */
export const likerOf = (name: string): PersonId | undefined =>
  name.startsWith(LIKES) && name.length > LIKES.length ? name.slice(LIKES.length) : undefined

const likedIn = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('notes')
/** The notes that one person likes, from their page. */
export const readLikes = (page: Y.Doc): ReadonlySet<string> =>
  new Set([...likedIn(page).keys()].slice(0, LIKES_MAX))
export function writeLike(page: Y.Doc, note: string, on: boolean): void {
  const map = likedIn(page)
  if (on === map.has(note)) return
  if (on) map.set(note, true)
  else map.delete(note)
}

/** What is told of one round. */
export interface Told {
  readonly voted: number
  /** Nothing of it will change any more. */
  readonly final: boolean
  /** By note, those with dots only; null: not told yet. */
  readonly totals: ReadonlyMap<string, number> | null
  /** By note, who put how many; empty in a secret vote. */
  readonly voters: ReadonlyMap<string, Readonly<Record<PersonId, number>>>
}

type Entries = Y.Map<unknown>
const factsIn = (doc: Y.Doc): Entries => doc.getMap('rounds')
const totalsIn = (doc: Y.Doc, round: string): Entries => doc.getMap(`totals-${round}`)
const votersIn = (doc: Y.Doc, round: string): Entries => doc.getMap(`voters-${round}`)
const likesIn = (doc: Y.Doc): Entries => doc.getMap('likes')

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value > 0
const countsOf = (map: Entries): Map<string, number> =>
  new Map([...map.entries()].flatMap(([id, n]) => (isCount(n) ? [[id, n] as const] : [])))

interface Facts {
  readonly voted: number
  readonly told: boolean
  readonly final: boolean
}
const NO_FACTS: Facts = { voted: 0, told: false, final: false }
// Sound: the server alone writes here.
const factsOf = (doc: Y.Doc, round: string): Facts =>
  (factsIn(doc).get(round) as Facts | undefined) ?? NO_FACTS

export function readRound(doc: Y.Doc, round: string): Told {
  const { voted, told, final } = factsOf(doc, round)
  return {
    voted,
    final,
    totals: told ? countsOf(totalsIn(doc, round)) : null,
    voters: new Map(votersIn(doc, round).entries() as IterableIterator<[string, Record<PersonId, number>]>),
  }
}

export const isFinal = (doc: Y.Doc, round: string): boolean => factsOf(doc, round).final

/** Writes only what differs. `same`: by what two values are the same. */
function put<T>(map: Entries, next: ReadonlyMap<string, T>, same: (a: unknown, b: T) => boolean): void {
  for (const id of [...map.keys()]) if (!next.has(id)) map.delete(id)
  for (const [id, value] of next) if (!same(map.get(id), value)) map.set(id, value)
}
const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

export function writeRound(doc: Y.Doc, round: string, { voted, final, totals, voters }: Told): void {
  const facts: Facts = { voted, told: totals !== null, final }
  doc.transact(() => {
    if (!isEqual(factsIn(doc).get(round), facts)) factsIn(doc).set(round, facts)
    put(totalsIn(doc, round), totals ?? new Map<string, number>(), isEqual)
    put(votersIn(doc, round), voters, isEqual)
  })
}

/** Takes one person out of who voted for what; what was counted stays. */
export function forgetVoter(doc: Y.Doc, person: PersonId): void {
  doc.transact(() => {
    for (const round of factsIn(doc).keys())
      for (const [note, dots] of [...votersIn(doc, round).entries()] as [
        string,
        Record<PersonId, number>,
      ][]) {
        const { [person]: gone, ...others } = dots
        if (gone !== undefined) votersIn(doc, round).set(note, others)
      }
  })
}

export const readLikeCounts = (doc: Y.Doc): ReadonlyMap<string, number> => countsOf(likesIn(doc))
export const writeLikeCounts = (doc: Y.Doc, counts: ReadonlyMap<string, number>): void =>
  doc.transact(() => put(likesIn(doc), counts, isEqual))
