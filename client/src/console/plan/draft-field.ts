import type { Receipt } from '@escale/shared'
import { type Draft, type DraftEvent, draftOf, reduceDraft } from './draft.ts'
import { type FieldState, reportField } from './saving.ts'

/** A pause in the typing that is long enough to send, ms. */
export const SEND_AFTER_MS = 600

export interface DraftField<T> {
  readonly get: () => Draft<T>
  readonly subscribe: (changed: () => void) => () => void
  readonly dispatch: (event: DraftEvent<T>) => void
  /** Sends now what is written and not yet sent. */
  readonly flush: () => void
  /** Nobody looks at the field any more: what is written is sent, and its fate still counted. */
  readonly close: () => void
}

interface DraftFieldOptions<T> {
  /** Unique in the page. */
  readonly field: string
  readonly value: T
  readonly seq: number
  readonly save: (value: T) => Promise<Receipt>
  /** False: not fit to be sent yet; stays a draft. */
  readonly isFit?: ((value: T) => boolean) | undefined
}

const openFields = new Set<DraftField<never>>()

/** Before the page goes: nothing that was typed stays behind (what is sent is kept on the device until acknowledged). */
export function flushAll(): void {
  for (const field of openFields) field.flush()
}

const stateOf = <T>(d: Draft<T>): FieldState | null =>
  d.refusal !== null ? 'refused' : d.isDirty ? 'writing' : d.waiting > 0 ? 'sending' : null

/** The draft of one field with its timer: outside of React, so that two events in one tick see each other. */
export function createDraftField<T>({
  field,
  value,
  seq,
  save,
  isFit = () => true,
}: DraftFieldOptions<T>): DraftField<T> {
  let draft = draftOf(value, seq)
  let timer: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()

  const dispatch = (event: DraftEvent<T>) => {
    const next = reduceDraft(draft, event)
    if (next === draft) return
    draft = next
    reportField(field, draft.isDirty && !isFit(draft.value) ? 'refused' : stateOf(draft))
    for (const listener of listeners) listener()
    if (event.type === 'write' || event.type === 'keep-mine') {
      clearTimeout(timer)
      if (draft.isDirty) timer = setTimeout(flush, SEND_AFTER_MS)
    }
    if (event.type === 'blur') flush()
  }

  const flush = () => {
    clearTimeout(timer)
    if (!draft.isDirty || !isFit(draft.value)) return
    const sent = draft.value
    dispatch({ type: 'sent' })
    void save(sent).then((receipt) =>
      dispatch(
        receipt.ok
          ? { type: 'saved', value: sent, seq: receipt.value.seq }
          : { type: 'refused', refusal: receipt.refusal },
      ),
    )
  }

  const self: DraftField<T> = {
    get: () => draft,
    subscribe: (changed) => {
      listeners.add(changed)
      openFields.add(self as unknown as DraftField<never>)
      return () => listeners.delete(changed)
    },
    dispatch,
    flush,
    close: () => {
      flush()
      openFields.delete(self as unknown as DraftField<never>)
      // An unfit or refused draft goes with its field: it must not haunt the page's saved state.
      if (draft.waiting === 0) reportField(field, null)
    },
  }
  return self
}
