import { wordKey } from '../../../words/alike.ts'

/** The words of a text in their plain form; apostrophes and hyphens separate. */
export const tokens = (text: string): string[] =>
  wordKey(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((t) => t !== '')
