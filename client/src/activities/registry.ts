/**
 * The views of every kind, one line each: `'a-kind': kindEntry(() => import('./a-kind/index.ts')),`. A kind of the shared
 * registry that is missing here does not compile.
 */
import type { KindId } from '@escale/shared'
import { type KindEntry, kindEntry } from './kit/kind-entry.ts'

export const kindEntries: Readonly<Record<string, KindEntry>> = {
  'round-table': kindEntry(() => import('./round-table/index.ts')),
  slide: kindEntry(() => import('./slide/index.ts')),
  wall: kindEntry(() => import('./wall/index.ts')),
  'word-rally': kindEntry(() => import('./word-rally/index.ts')),
} satisfies Readonly<Record<KindId, KindEntry>>
