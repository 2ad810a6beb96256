/** Fetches the code of kinds before they are shown, while nothing else is going on. */
import { useEffect } from 'react'
import { entryOf } from './entry-of.ts'

/** A browser that is never idle, or does not say when it is (Safari), still gets to it. */
const IDLE_WITHIN_MS = 4_000
const WITHOUT_IDLE_CALL_MS = 1_500

const idleMoment = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window)
      window.requestIdleCallback(() => resolve(), { timeout: IDLE_WITHIN_MS })
    else setTimeout(resolve, WITHOUT_IDLE_CALL_MS)
  })

/** The person asked for as little traffic as possible. Not in every browser, hence not in TypeScript's own types. */
const savesData = (): boolean =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true

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
