import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react'
import type { Text } from 'yjs'
import { TextArea, type TextAreaProps } from '../../ui/Field.tsx'
import { bindText } from './bind-text.ts'

export interface SharedTextProps extends Omit<TextAreaProps, 'value' | 'defaultValue' | 'onChange' | 'ref'> {
  /** A text of a document: `doc.getText('text')`. */
  readonly text: Text
}

/** A field that writes into a shared text and shows what others write in it. */
export function SharedText({ text, ...area }: SharedTextProps) {
  const ref = useRef<HTMLTextAreaElement>(null)
  useEffect(() => (ref.current ? bindText(ref.current, text) : undefined), [text])
  return <TextArea {...area} ref={ref} />
}

/** A shared text as a string; re-renders at each change. */
export function useSharedText(text: Text): string {
  const subscribe = useCallback(
    (changed: () => void) => {
      text.observe(changed)
      return () => text.unobserve(changed)
    },
    [text],
  )
  return useSyncExternalStore(subscribe, () => text.toString())
}
