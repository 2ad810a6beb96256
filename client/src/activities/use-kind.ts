import { use } from 'react'
import type { KindModule } from './kit/kind-entry.ts'
import { kindEntries } from './registry.ts'

/**
 * A kind's views and texts; suspends while its code arrives, throws (for an error boundary) when it cannot. What has arrived
 * already is there at once, without a blink. undefined: this version does not know the kind.
 */
export function useKind(kind: string): KindModule | undefined {
  const entry = Object.hasOwn(kindEntries, kind) ? kindEntries[kind] : undefined
  return entry && use(entry.load())
}
