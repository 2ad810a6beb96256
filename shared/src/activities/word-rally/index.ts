/** What the client's half of the kind may use. */
export {
  INTERVAL_MAX_MS,
  INTERVAL_MIN_MS,
  POOL_MAX,
  READERS_MAX,
  WORD_MAX_CHARS,
  WORDS_MAX,
  type WordRallyDefinition,
} from './definition.ts'
export type { OwnStory } from './own.ts'
export type { Reading, WordRallyAction } from './state.ts'
export { countWords, STORY_TEXT, storyDocument } from './story.ts'
export type { WordRallyView } from './view.ts'
export { usedWords, wordUsed } from './word-used.ts'
export { fittingInterval, instantsOf, type TimedWord } from './words.ts'
