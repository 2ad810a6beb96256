import type { Receipt } from '@escale/shared'
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { useConsole } from '../session.ts'
import type { Draft } from './draft.ts'
import { createDraftField, flushAll } from './draft-field.ts'

export interface DraftControls<T> {
  readonly draft: Draft<T>
  readonly write: (value: T) => void
  readonly takeTheirs: () => void
  readonly keepMine: () => void
  /** For the input, or for anything around several. */
  readonly focus: { readonly onFocus: () => void; readonly onBlur: () => void }
}

let isListening = false
function listenForLeaving(): void {
  if (isListening) return
  isListening = true
  window.addEventListener('pagehide', flushAll)
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) flushAll()
  })
}

/**
 * A field over a server value: typed at once, sent after a pause, never overwritten while it is being written in.
 * `field` names the value (activity and property); another name is another draft.
 */
export function useDraft<T>(
  field: string,
  value: T,
  save: (value: T) => Promise<Receipt>,
  isFit?: (value: T) => boolean,
): DraftControls<T> {
  const seq = useConsole((c) => c.seq)
  const latest = useRef({ save, isFit, value, seq })
  latest.current = { save, isFit, value, seq }
  // With the `save` of its own making: when the field becomes another one, what is left goes where it was meant for.
  const held = useMemo(() => createDraftField<T>({ field, ...latest.current }), [field])
  useEffect(() => {
    listenForLeaving()
    return held.close
  }, [held])
  const draft = useSyncExternalStore(held.subscribe, held.get)
  useEffect(() => held.dispatch({ type: 'arrived', value, seq: latest.current.seq }), [held, value])
  return useMemo(
    () => ({
      draft,
      write: (v: T) => held.dispatch({ type: 'write', value: v }),
      takeTheirs: () => held.dispatch({ type: 'take-theirs' }),
      keepMine: () => held.dispatch({ type: 'keep-mine' }),
      focus: {
        onFocus: () => held.dispatch({ type: 'focus' }),
        onBlur: () => held.dispatch({ type: 'blur' }),
      },
    }),
    [draft, held],
  )
}
