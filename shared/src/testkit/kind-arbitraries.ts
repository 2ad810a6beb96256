import type fc from 'fast-check'
import type * as Y from 'yjs'
import type { Moment } from '../activities/kit/kind.ts'
import type { PersonId } from '../ids.ts'
import type { Viewer } from '../people/person.ts'

/** What a kind tells the contract suite about itself, in `<kind>/arbitraries.ts`; never part of the product. */
export interface KindArbitraries<Definition, State, Action> {
  /** Definitions that the schema accepts. Texts that must stay secret should be unlikely to occur by chance. */
  readonly definition: fc.Arbitrary<Definition>
  /** Actions that make sense in a session of these people (some of them refused all the same). */
  readonly action: (people: readonly PersonId[]) => fc.Arbitrary<Action>
  /** What `viewer` must not find in the view, word for word [K17]. */
  readonly secrets?: (state: State, viewer: Viewer, moment: Moment<Definition>) => readonly string[]
  /** Documents as people may have written them, for the harvest. */
  readonly documents?: (people: readonly PersonId[]) => fc.Arbitrary<readonly NamedDocument[]>
}

export interface NamedDocument {
  readonly name: string
  readonly doc: Y.Doc
}

/** Gives the arbitraries of a kind their types and hides them from the suite, which handles sealed kinds. */
export const forContract = <D, S, A>(arbitraries: KindArbitraries<D, S, A>): SealedArbitraries =>
  arbitraries as unknown as SealedArbitraries

export type SealedArbitraries = KindArbitraries<unknown, unknown, unknown>
