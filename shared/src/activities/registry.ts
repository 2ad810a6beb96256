/** Every kind there is, one line each. Adding a kind adds its folder and its line here and in the client's registry. */
import { type SealedKind, seal } from './kit/seal.ts'
import { roundTable } from './round-table/kind.ts'
import { slide } from './slide/kind.ts'
import { wall } from './wall/kind.ts'
import { wordRally } from './word-rally/kind.ts'

export const kinds = {
  'round-table': seal(roundTable),
  slide: seal(slide),
  wall: seal(wall),
  'word-rally': seal(wordRally),
} as const satisfies Record<string, SealedKind>

export type KindId = keyof typeof kinds
