/**
 * What makes a page survive its translation (translated.ts) is fetched in a quiet moment, or at the first sign of a
 * translator: few need it, and a first load need not wait for it. What the translator did until then is handed on.
 */
const isFont = (node: Node): boolean => node.nodeName === 'FONT'

/** To be called before anything is drawn. */
export function watchForTranslation(): void {
  let early: MutationRecord[] = []
  let isAsked = false
  const fetchIt = () => {
    if (isAsked) return
    isAsked = true
    void import('./translated.ts')
      .then(({ surviveTranslation }) => {
        const last = watcher.takeRecords()
        watcher.disconnect()
        surviveTranslation(document, [...early, ...last])
        early = []
      })
      // Without the network nothing is translated either; with it, it is asked for again.
      .catch(() => {
        isAsked = false
      })
  }
  const watcher = new MutationObserver((records) => {
    // A text and what replaces it may come in two records.
    const isSign = records.some(({ addedNodes }) => [...addedNodes].some(isFont))
    if (!isSign && early.length === 0) return
    early.push(...records)
    fetchIt()
  })
  watcher.observe(document, { childList: true, subtree: true })
  const isSparing = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true
  if (!isSparing) addEventListener('load', () => setTimeout(fetchIt, QUIET_AFTER_MS))
}

/** After the page is there. */
const QUIET_AFTER_MS = 3_000
