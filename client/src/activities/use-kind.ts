import { use } from 'react'
import { entryOf } from './entry-of.ts'
import type { KindModule } from './kit/kind-entry.ts'

/**
 * A kind's views and texts; suspends while its code arrives, throws (for an error boundary) when it cannot. What has arrived
 * already is there at once, without a blink. undefined: this version does not know the kind.
 */
export function useKind(kind: string): KindModule | undefined {
  const entry = entryOf(kind)
  return entry && use(entry.load())
}
