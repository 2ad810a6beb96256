import { useSyncExternalStore } from 'react'

const WRITES =
  'textarea, input:not([type=checkbox], [type=radio], [type=range], [type=button]), [contenteditable=true]'

const isWriting = (): boolean => document.activeElement?.matches(WRITES) === true

function follow(changed: () => void): () => void {
  // At `focusout` the focus is nowhere yet: what becomes of it is known a little later.
  const later = () => queueMicrotask(changed)
  document.addEventListener('focusin', changed)
  document.addEventListener('focusout', later)
  return () => {
    document.removeEventListener('focusin', changed)
    document.removeEventListener('focusout', later)
  }
}

/** Is somebody writing on this page now? What comes in the meantime makes itself small and moves nothing. */
export const useIsWriting = (): boolean => useSyncExternalStore(follow, isWriting)
