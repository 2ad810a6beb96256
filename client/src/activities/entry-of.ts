import type { KindEntry } from './kit/kind-entry.ts'
import { kindEntries } from './registry.ts'

/** A kind's line in the registry; undefined: this version does not know the kind. */
export const entryOf = (kind: string): KindEntry | undefined =>
  Object.hasOwn(kindEntries, kind) ? kindEntries[kind] : undefined
