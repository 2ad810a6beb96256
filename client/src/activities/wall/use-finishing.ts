import { limits } from '@escale/shared'
import { useEffect, useState } from 'react'
import { begunIn } from '../../words/drafts.ts'

/** `open`: write; `finishing`: it closed in the middle of a sentence, which may be finished; `closed`: too late. */
export type Field = 'open' | 'finishing' | 'closed'

/** What becomes of the field in which somebody writes when the wall closes. Once sent, or late, it goes. */
export function useFinishing(
  activity: string,
  isClosed: boolean,
): { readonly field: Field; readonly sent: () => void } {
  const [field, setField] = useState<Field>(isClosed ? 'closed' : 'open')
  const now: Field = !isClosed
    ? 'open'
    : field === 'open'
      ? begunIn(activity)
        ? 'finishing'
        : 'closed'
      : field
  if (now !== field) setField(now)
  useEffect(() => {
    if (now !== 'finishing') return
    const late = setTimeout(() => setField('closed'), limits.FINISH_SENTENCE_MS)
    return () => clearTimeout(late)
  }, [now])
  return { field: now, sent: () => setField((before) => (before === 'finishing' ? 'closed' : before)) }
}
