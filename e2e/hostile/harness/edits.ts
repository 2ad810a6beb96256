/** Guards of the built server that several plants take away. */
import type { Edit } from './attack.ts'

/** What is put into a document is applied as it comes. */
export const UNCHECKED_DOCUMENTS: readonly Edit[] = [
  { find: /wrong(\$\d+)?\("too many"\)/g, put: 'void 0' },
  { find: /#judge\(offer\) \{/g, put: '$& return undefined;' },
  { find: /admit\(offers, committed\) \{/g, put: '$& return this.#apply(offers);' },
]

/** Work that belongs beside the loop is done in it, for `ms` at each request whose `METHOD path` matches. */
export const worksInTheLoop = (on: RegExp, ms: number) => ({
  fault: `what « ${on.source} » asks for is worked out in the server’s own loop`,
  load: ['works-in-the-loop'],
  env: { WORKS_ON: on.source, WORKS_MS: String(ms) },
  caught: /clock answers|notes seen/,
})
