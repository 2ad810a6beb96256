import * as z from 'zod/mini'
import { INSTRUCTIONS_MAX_CHARS, MESSAGE_MAX_CHARS } from '../../limits.ts'
import { DEFAULT_WORDS, SPARE_WORDS } from './default-words.ts'

export const WORDS_MAX = 12
export const POOL_MAX = 200
export const WORD_MAX_CHARS = 40
export const INTERVAL_MIN_MS = 1_000
export const INTERVAL_MAX_MS = 60 * 60_000
export const READERS_MAX = 50

/** May be empty while the facilitator is still thinking; an empty word is never given. */
const Word = z.string().check(z.maxLength(WORD_MAX_CHARS))

export const WordRallyDefinition = z.object({
  source: z.enum(['prepared', 'drawn']),
  /** Given in this order when the source is `prepared`. */
  words: z.array(Word).check(z.maxLength(WORDS_MAX)),
  /** What is drawn from when the source is `drawn`. */
  pool: z.array(Word).check(z.maxLength(POOL_MAX)),
  /** How many words are drawn. */
  draws: z.int().check(z.minimum(1), z.maximum(WORDS_MAX)),
  /** From one word to the next, ms; shortened when the writing time is too short for it (see `instantsOf`). */
  intervalMs: z.int().check(z.minimum(INTERVAL_MIN_MS), z.maximum(INTERVAL_MAX_MS)),
  /** What the story is about, Markdown. */
  objective: z.string().check(z.maxLength(INSTRUCTIONS_MAX_CHARS)),
  /** Said when the sharing begins; empty: the interface's own words. */
  invitation: z.string().check(z.maxLength(MESSAGE_MAX_CHARS)),
  /** How many readings are expected; more are always welcome. */
  readersMin: z.int().check(z.minimum(0), z.maximum(READERS_MAX)),
  readersMax: z.int().check(z.minimum(0), z.maximum(READERS_MAX)),
  /** May people write on paper, with the words shown big? */
  paper: z.boolean(),
})
export type WordRallyDefinition = z.infer<typeof WordRallyDefinition>

export const DEFAULT_DEFINITION: WordRallyDefinition = {
  source: 'prepared',
  words: [...DEFAULT_WORDS],
  pool: [...DEFAULT_WORDS, ...SPARE_WORDS],
  draws: 6,
  intervalMs: 45_000,
  objective: '',
  invitation: '',
  readersMin: 2,
  readersMax: 3,
  paper: true,
}
export const DEFAULT_WRITING_MS = 5 * 60_000
