import { create } from 'zustand'

/** What is not saved yet, field by field, so that the page tells the truth about all of them at once. */
export type FieldState = 'writing' | 'sending' | 'refused'

interface Saving {
  readonly fields: ReadonlyMap<string, FieldState>
}

export const useSaving = create<Saving>(() => ({ fields: new Map() }))

/** null: nothing of this field waits any more. */
export function reportField(field: string, state: FieldState | null): void {
  useSaving.setState(({ fields }) => {
    if ((fields.get(field) ?? null) === state) return {}
    const next = new Map(fields)
    if (state === null) next.delete(field)
    else next.set(field, state)
    return { fields: next }
  })
}
