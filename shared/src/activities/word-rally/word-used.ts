import { wordKey } from '../../words/alike.ts'
import { nounForms } from './inflexions/nouns.ts'
import { tokens } from './inflexions/plain.ts'
import { verbForms } from './inflexions/verbs.ts'

/** The parts of a word with their accents, which tell a participle (confiné) from a present (confine). */
const partsOf = (word: string): string[] =>
  word
    .normalize('NFKD')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((part) => wordKey(part) !== '')

/** Every form under which a word counts as used, in plain form. */
function formsOf(word: string): ReadonlySet<string> {
  const bare = wordKey(word)
  const isParticiple = /e\u0301$/i.test(word)
  const feminine = isParticiple ? [`${bare}e`, `${bare}es`] : []
  return new Set([bare, ...nounForms(bare), ...verbForms(bare), ...feminine])
}

function occurs(word: string, text: readonly string[]): boolean {
  const parts = partsOf(word).map(formsOf)
  if (parts.length === 0) return false
  return text.some((_, start) => parts.every((forms, i) => forms.has(text[start + i] ?? '')))
}

/**
 * Does `text` use `word`, in whatever French inflexion? A private help for who writes, never a check: when in doubt a
 * form counts if it can only come from the word, and does not if it is a word of its own (fil is not in filet).
 */
export const wordUsed = (word: string, text: string): boolean => occurs(word, tokens(text))

/** `wordUsed` for several words, reading the text once. */
export function usedWords(words: readonly string[], text: string): boolean[] {
  const read = tokens(text)
  return words.map((word) => occurs(word, read))
}
