import { PUZZLE_HEADER, type Puzzle, searchAnswer } from '@escale/shared'

/** Hashes in one go: a few milliseconds on a slow telephone, so that the page goes on answering. */
const HASHES_AT_ONCE = 200
/** How long it goes on before the page has its turn, ms. */
const TURN_MS = 30

/** The request header that answers a puzzle of the server; it takes a moment, and shows nothing. */
export async function answerHeader(puzzle: Puzzle): Promise<Record<string, string>> {
  for (let from = 0; ; ) {
    const until = performance.now() + TURN_MS
    while (performance.now() < until) {
      const answer = searchAnswer(puzzle, from, HASHES_AT_ONCE)
      if (answer !== undefined) return { [PUZZLE_HEADER]: `${puzzle.token}.${answer}` }
      from += HASHES_AT_ONCE
    }
    await new Promise((resolve) => setTimeout(resolve))
  }
}
