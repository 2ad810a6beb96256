import { createRandom, type EditMoment, type Outcome, type SealedKind } from '@escale/shared'
import type { DocumentSource } from '../../documents/index.ts'

/** A play of an activity in this page alone, where what people ask to have written is written. */
export interface WritingDesk {
  readonly kind: SealedKind
  readonly documents: DocumentSource
  readonly activity: string
  readonly memory: EditMoment<unknown>['memory']
}

/** Nothing is secret in a play: it only has to be the same for the same. */
const sealOf = (secret: string): string => {
  const random = createRandom(secret)
  return Array.from({ length: 4 }, () =>
    random
      .below(2 ** 32)
      .toString(16)
      .padStart(8, '0'),
  ).join('')
}

/** Does what the server does with an edit. */
export function writeIn(
  { kind, documents, activity, memory }: WritingDesk,
  state: unknown,
  edit: unknown,
  moment: Omit<EditMoment<unknown>, 'sealOf' | 'memory'>,
): Outcome<{ seq: number }> {
  const asked = kind.edit(state, edit, { ...moment, sealOf, memory })
  if (!asked.ok) return asked
  const done = asked.value.apply((name) => documents.open(activity, name).state.doc)
  return done.ok ? { ok: true, value: { seq: 0 } } : done
}
