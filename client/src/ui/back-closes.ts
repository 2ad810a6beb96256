/**
 * The phone's Back, and the browser's, closes the dialog that is open and not the page: each open dialog has an entry in the
 * history, taken off again when it is closed in another way. The history is slow to go back, so it is brought in step with
 * the dialogs afterwards, never by each dialog for itself.
 */
interface Open {
  readonly close: () => void
}

/** The outermost first. */
let open: readonly Open[] = []
/** We have gone back ourselves, and are not there yet. */
let isReturning = false
let isPlanned = false
let isListening = false

/** How many of the entries behind us are dialogs'. */
const depth = (): number => {
  const state: unknown = window.history.state
  const known = typeof state === 'object' && state !== null && 'dialogs' in state ? state.dialogs : 0
  return typeof known === 'number' ? known : 0
}

function settle(): void {
  isPlanned = false
  if (isReturning) return
  const now = depth()
  if (now > open.length) {
    isReturning = true
    window.history.go(open.length - now)
    return
  }
  for (let next = now + 1; next <= open.length; next++)
    window.history.pushState({ ...(window.history.state as object | null), dialogs: next }, '')
}

/** After what else happens now: a dialog that follows another takes its entry over. */
function plan(): void {
  if (isPlanned) return
  isPlanned = true
  setTimeout(settle)
}

function onPop(): void {
  if (isReturning) isReturning = false
  // Somebody went back. One that stays open nevertheless gets its entry again.
  else for (const { close } of open.slice(depth()).toReversed()) close()
  plan()
}

/** A dialog has opened; answers how to say that it is gone. */
export function closesOnBack(close: () => void): () => void {
  if (!isListening) {
    isListening = true
    // What is left of before a reload belongs to nobody.
    if (depth() > 0) window.history.replaceState({ ...(window.history.state as object), dialogs: 0 }, '')
    window.addEventListener('popstate', onPop)
  }
  const entry = { close }
  open = [...open, entry]
  plan()
  return () => {
    open = open.filter((one) => one !== entry)
    plan()
  }
}
