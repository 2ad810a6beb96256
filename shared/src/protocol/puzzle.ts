/**
 * A small piece of work that the server asks of whoever tries something more often than people do (docs/spec/limits.md, L22).
 * A browser does it by itself in a moment; a program that tries a million times does a million times the work.
 */
import { digest } from 'lib0/hash/sha256'
import { encodeUtf8 } from 'lib0/string'

export interface Puzzle {
  /** Made and signed by the server; good once, for the thing that was asked, for a while. */
  readonly token: string
  /** How many bits of the hash of `token.answer` must be zero, from the first: each one more doubles the work. */
  readonly bits: number
}

/** Request header of a second try: `token.answer`. */
export const PUZZLE_HEADER = 'escale-puzzle'

function leadingZeros(hash: Uint8Array): number {
  const first = hash.findIndex((byte) => byte !== 0)
  return first < 0 ? hash.length * 8 : first * 8 + Math.clz32(hash[first] ?? 0) - 24
}

export const solvesPuzzle = ({ token, bits }: Puzzle, answer: number): boolean =>
  leadingZeros(digest(encodeUtf8(`${token}.${answer}`))) >= bits

/**
 * Looks for an answer among `tries` numbers from `from` on. Undefined: there is none among them.
 * On average 2^bits tries are needed.
 */
export function searchAnswer(puzzle: Puzzle, from: number, tries: number): number | undefined {
  for (let answer = from; answer < from + tries; answer++) if (solvesPuzzle(puzzle, answer)) return answer
  return undefined
}
