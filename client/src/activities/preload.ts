/** Fetches the code of kinds before they are shown, while nothing else is going on. */
import { useEffect } from 'react'
import { idleMoment, savesData } from '../connection/at-hand.ts'
import { entryOf } from './entry-of.ts'

/** One kind after the other, each in an idle moment of its own. What cannot be had now is asked for when it is shown. */
async function preload(kinds: readonly string[], signal: AbortSignal): Promise<void> {
  for (const kind of kinds) {
    await idleMoment()
    if (signal.aborted) return
    await entryOf(kind)
      ?.load()
      .catch(() => undefined)
  }
}

/**
 * Has the code of these kinds at hand, so that the first word or wall shows at once. What runs `now` comes before all others.
 * Nothing on a sparing connection.
 */
export function usePreload(kinds: readonly string[], now: string | undefined): void {
  const list = [...new Set(now === undefined ? kinds : [now, ...kinds])].join(' ')
  useEffect(() => {
    if (list === '' || savesData()) return
    const leaving = new AbortController()
    void preload(list.split(' '), leaving.signal)
    return () => leaving.abort()
  }, [list])
}
