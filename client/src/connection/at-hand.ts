/** When code may be fetched that is not needed yet. */
import { useEffect } from 'react'

/** A browser that is never idle, or does not say when it is (Safari), still gets to it. */
const IDLE_WITHIN_MS = 4_000
const WITHOUT_IDLE_CALL_MS = 1_500

/** Resolves when nothing else is going on. */
export const idleMoment = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window)
      window.requestIdleCallback(() => resolve(), { timeout: IDLE_WITHIN_MS })
    else setTimeout(resolve, WITHOUT_IDLE_CALL_MS)
  })

/** The person asked for as little traffic as possible. Not in every browser, hence not in TypeScript's own types. */
export const savesData = (): boolean =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true

/**
 * Has the code of what people may ask for at hand before they do, and before the network goes: fetched in an idle moment.
 * `load` must stay the same function. Nothing on a sparing connection.
 */
export function useAtHand(load: () => Promise<unknown>): void {
  useEffect(() => {
    if (savesData()) return
    let isGone = false
    void idleMoment().then(() => (isGone ? undefined : load().catch(() => undefined)))
    return () => {
      isGone = true
    }
  }, [load])
}
