import type { PersonId } from '../../ids.ts'
import type { Moment } from '../kit/kind.ts'
import type { WordRallyDefinition } from './definition.ts'
import type { WordRallyState } from './state.ts'
import { givenWords } from './words.ts'

/** What an author finds again of a rally that is over; the story itself is her document. */
export interface OwnStory {
  /** The words that were given. */
  readonly words: readonly string[]
  /** What she leaves in the harvest; null: nothing. */
  readonly kept: { readonly text: string; readonly named: boolean } | null
}

/** Everybody who has begun to write, on the screen or on paper, or has left a story. */
export function own(
  state: WordRallyState,
  moment: Moment<WordRallyDefinition>,
): ReadonlyMap<PersonId, OwnStory> {
  const words = givenWords(state, moment)
  const kept = new Map(state.kept.map(({ person, text, named }) => [person, { text, named }]))
  const authors = new Set([...state.writers.map((w) => w.person), ...kept.keys()])
  return new Map(
    moment.people
      .filter(({ id }) => authors.has(id))
      .map(({ id }) => [id, { words, kept: kept.get(id) ?? null }]),
  )
}
