import { onTestFinished } from 'vitest'
import { prepareAnnouncements } from '../ui/announce.ts'

/** Listens to the page as a screen reader does: whatever changes in a live region, in the order of changes. */
export function listen(): { readonly heard: () => readonly string[] } {
  prepareAnnouncements()
  // What was told before is over.
  for (const region of document.querySelectorAll('body > [aria-live="polite"]')) region.textContent = ''
  const said: string[] = []
  const onChange = (records: readonly MutationRecord[]) => {
    const regions = new Set(
      records.map(({ target }) => {
        const at = target instanceof Element ? target : target.parentElement
        return at?.closest('[aria-live="polite"], [role="status"], [role="alert"], output') ?? null
      }),
    )
    for (const region of regions) if (region?.textContent) said.push(region.textContent.trim())
  }
  const watcher = new MutationObserver(onChange)
  watcher.observe(document.body, { subtree: true, childList: true, characterData: true })
  onTestFinished(() => watcher.disconnect())
  return {
    heard() {
      onChange(watcher.takeRecords())
      return said.splice(0)
    },
  }
}
