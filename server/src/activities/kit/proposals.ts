import type { Outcome } from '@escale/shared'
import type { ActivityDocuments } from './effects.ts'

/** A started activity as it is now. Checked by its kind, which knows its own types. */
export interface ProposalMoment {
  readonly definition: unknown
  readonly state: unknown
  /** Of the workshop. */
  readonly language: 'fr' | 'en'
  readonly documents: Pick<ActivityDocuments, 'read'>
}

/**
 * What a kind works out for one facilitator who asks for it: an answer to her alone, which changes nothing. Whatever takes
 * long is done in a thread.
 */
export interface ActivityProposals {
  propose(asked: unknown, moment: ProposalMoment): Promise<Outcome<unknown>>
}
