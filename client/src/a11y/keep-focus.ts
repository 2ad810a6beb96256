const isGone = (element: Element): boolean => !element.isConnected || element.closest('[hidden]') !== null

/** Where the focus goes from something that is gone: what it stood in, as far as that is still there. */
function focusHome(path: readonly HTMLElement[]): void {
  const home = path.find((element) => !isGone(element))
  if (home === undefined || home === document.body) return
  const isOwn = home.hasAttribute('tabindex')
  if (!isOwn) home.tabIndex = -1
  home.focus({ preventScroll: true })
  if (!isOwn) home.addEventListener('blur', () => home.removeAttribute('tabindex'), { once: true })
}

/** Watches the page for what had the focus and goes away (use-focus-kept.ts). Returns how to stop. */
export function keepFocus(): () => void {
  let path: readonly HTMLElement[] = []
  const onFocus = ({ target }: { readonly target: EventTarget | null }) => {
    const found: HTMLElement[] = []
    for (let at = target instanceof HTMLElement ? target : null; at !== null; at = at.parentElement)
      found.push(at)
    path = found
  }
  const onChange = () => {
    const [last] = path
    if (last === undefined || !isGone(last)) return
    const now = document.activeElement
    if (now === null || now === document.body || isGone(now)) focusHome(path.slice(1))
    else onFocus({ target: now })
  }
  onFocus({ target: document.activeElement })
  const watcher = new MutationObserver(onChange)
  document.addEventListener('focusin', onFocus)
  watcher.observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['hidden'],
  })
  return () => {
    document.removeEventListener('focusin', onFocus)
    watcher.disconnect()
  }
}
