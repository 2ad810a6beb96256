/**
 * What makes a page survive its translation (translated.ts) is fetched in a quiet moment, or at the first sign of a
 * translator: few need it, and a first load need not wait for it. What the translator did until then is handed on.
 */
import { savesData } from '../connection/at-hand.ts'

/** After the page is there. */
const QUIET_AFTER_MS = 3_000

/** To be called before anything is drawn. */
export function watchForTranslation(): void {
  const early: MutationRecord[] = []
  let isAsked = false
  const ask = () => {
    if (isAsked) return
    isAsked = true
    import('./translated.ts').then(
      ({ surviveTranslation }) => {
        early.push(...watcher.takeRecords())
        watcher.disconnect()
        surviveTranslation(document, early)
      },
      // Without the network nothing is translated either; with it, it is asked for again.
      () => {
        isAsked = false
      },
    )
  }
  const watcher = new MutationObserver((records) => {
    const isSign = records.some(({ addedNodes }) => [...addedNodes].some((node) => node.nodeName === 'FONT'))
    // From the first sign on everything: a text and what replaces it may come in two records.
    if (!isSign && early.length === 0) return
    early.push(...records)
    ask()
  })
  watcher.observe(document, { childList: true, subtree: true })
  if (!savesData()) addEventListener('load', () => setTimeout(ask, QUIET_AFTER_MS))
}
