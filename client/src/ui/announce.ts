/**
 * Tells screen readers something without moving the focus. One polite live region for the whole page: several would
 * talk over each other.
 */
const CLEAR_AFTER_MS = 5_000
/** What is told within one moment is told together, ms: what comes later would silence the rest. */
const ONE_MOMENT_MS = 150

let region: HTMLElement | undefined
let toldAt = 0
let clearing: ReturnType<typeof setTimeout> | undefined

function liveRegion(): HTMLElement {
  if (region?.isConnected) return region
  region = document.createElement('div')
  region.setAttribute('aria-live', 'polite')
  region.setAttribute('role', 'status')
  Object.assign(region.style, {
    position: 'fixed',
    inlineSize: '1px',
    blockSize: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  })
  document.body.append(region)
  return region
}

/** Puts the region in the page early: a region that appears together with its text is not read. */
export const prepareAnnouncements = (): void => void liveRegion()

export function announce(text: string): void {
  const target = liveRegion()
  const before = target.textContent ?? ''
  const isSameMoment = before !== '' && performance.now() - toldAt < ONE_MOMENT_MS
  toldAt = performance.now()
  if (isSameMoment && before.includes(text)) return
  // The same text twice is a change only if something differs; a no-break space is not spoken.
  target.textContent = isSameMoment ? `${before} ${text}` : before === text ? `${text}\u00a0` : text
  clearTimeout(clearing)
  clearing = setTimeout(() => {
    target.textContent = ''
  }, CLEAR_AFTER_MS)
}
