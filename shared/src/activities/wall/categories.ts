import type { Category } from './definition.ts'

/** What a colour means on a wall, with the letter that says the same to whoever does not see the colour. */
export interface Meaning {
  readonly letter: string
  readonly label: string
}

const LETTERS = 'ABCDEFGH'

/** By colour; empty: colours mean nothing here. */
export const meaningsOf = (categories: readonly Category[]): ReadonlyMap<number, Meaning> =>
  new Map(categories.map(({ colour, label }, i) => [colour, { letter: LETTERS.charAt(i), label }]))
