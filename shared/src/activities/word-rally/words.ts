import { createRandom, shuffled } from '../../chance/random.ts'
import type { Location } from '../../clock/phases.ts'
import { REVEAL_LEAD_MS } from '../../limits.ts'
import type { Moment } from '../kit/kind.ts'
import type { WordRallyDefinition } from './definition.ts'
import type { RallySetting, WordRallyState } from './state.ts'

/** A word, and the ms of activity time at which everybody sees it. */
export interface TimedWord {
  readonly word: string
  readonly at: number
}

const filled = (words: readonly string[]): string[] => words.map((w) => w.trim()).filter((w) => w !== '')

/** The pool without repeats, in the order of the draw. */
export const drawDeck = ({ definition, seed }: RallySetting): string[] =>
  shuffled([...new Set(filled(definition.pool))], createRandom(`${seed}/words`))

/** The words of this rally, in order. Prepared ones follow the plan even while it runs; drawn ones stay as drawn. */
export const wordsOf = (deck: readonly string[], definition: WordRallyDefinition): string[] =>
  definition.source === 'prepared' ? filled(definition.words) : deck.slice(0, definition.draws)

/**
 * The interval that holds, ms: the wanted one, or a shorter one so that every word, the last one too, has its own
 * stretch of writing time.
 */
export const fittingInterval = (count: number, intervalMs: number, durationMs: number): number =>
  count === 0 ? intervalMs : Math.min(intervalMs, Math.floor(durationMs / count))

/** When each of `count` words is given, ms from the start of the writing; the first at 0. */
export function instantsOf(count: number, intervalMs: number, durationMs: number): number[] {
  const interval = fittingInterval(count, intervalMs, durationMs)
  return Array.from({ length: count }, (_, i) => i * interval)
}

/** Every word with its instant. */
export function timedWords(state: WordRallyState, { definition, durationMs }: RallySetting): TimedWord[] {
  const words = wordsOf(state.deck, definition)
  const instants = instantsOf(words.length, definition.intervalMs, durationMs)
  return words.map((word, i) => ({ word, at: instants[i] ?? 0 }))
}

/** Activity time at which the writing ends, the facilitator's adjustments included. */
const writingEnd = ({ index, startsAt, endsAt }: Location): number =>
  index === 0 ? (endsAt ?? Number.POSITIVE_INFINITY) : startsAt

/**
 * The words that may leave the server at this moment: given already, or within REVEAL_LEAD_MS. What had not been given
 * when the writing ended is never given.
 */
export function wordsToTell(
  words: readonly TimedWord[],
  moment: { readonly elapsed: number; readonly location: Location },
  lead = REVEAL_LEAD_MS,
): TimedWord[] {
  const end = writingEnd(moment.location)
  return words.filter(({ at }) => at < end && at <= moment.elapsed + lead)
}

/** The words that everybody has been given by this moment, in order. */
export const givenWords = (state: WordRallyState, moment: Moment<WordRallyDefinition>): string[] =>
  wordsToTell(timedWords(state, moment), moment, 0).map(({ word }) => word)
