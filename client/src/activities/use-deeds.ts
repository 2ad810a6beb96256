import { useEffect, useState } from 'react'
import { entryOf } from './entry-of.ts'
import type { Deeds } from './kit/deeds.ts'

/** A kind's words for what facilitators did in it; undefined while they arrive, and for a kind that has none. */
export function useDeeds(kind: string | undefined): Deeds | undefined {
  const [found, setFound] = useState<{ readonly kind: string; readonly deeds: Deeds | undefined }>()
  useEffect(() => {
    const entry = kind === undefined ? undefined : entryOf(kind)
    if (kind === undefined || entry === undefined) return
    let isWanted = true
    entry
      .load()
      .then((module) => module.loadDeeds?.())
      .then(
        (deeds) => isWanted && setFound({ kind, deeds }),
        // Without them a general word does.
        () => {},
      )
    return () => {
      isWanted = false
    }
  }, [kind])
  return found?.kind === kind ? found?.deeds : undefined
}
