import { use } from 'react'
import type { KindModule } from './kit/kind-entry.ts'
import { kindEntries } from './registry.ts'

const UNKNOWN = Promise.resolve(undefined)

/**
 * A kind's views and texts; suspends while its code arrives, throws (for an error boundary) when it cannot. undefined: this
 * version does not know the kind.
 */
export function useKind(kind: string): KindModule | undefined {
  return use<KindModule | undefined>(
    Object.hasOwn(kindEntries, kind) ? (kindEntries[kind]?.load() ?? UNKNOWN) : UNKNOWN,
  )
}
