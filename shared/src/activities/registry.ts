/** Every kind there is, one line each. Adding a kind adds its folder and its line here and in the client's registry. */
import { type SealedKind, seal } from './kit/seal.ts'
import { slide } from './slide/kind.ts'
import { wordRally } from './word-rally/kind.ts'

export const kinds = {
  slide: seal(slide),
  'word-rally': seal(wordRally),
} as const satisfies Record<string, SealedKind>

export type KindId = keyof typeof kinds
