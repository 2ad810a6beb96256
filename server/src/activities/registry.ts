/** Kinds that do something on the server beside their state, or work something out, one line each. Most do not. */
import type { KindId } from '@escale/shared'
import type { ActivityEffects } from './kit/effects.ts'
import type { ActivityProposals } from './kit/proposals.ts'
import { wallEffects } from './wall/effects.ts'
import { wallProposals } from './wall/proposals.ts'

export const effects: Readonly<Partial<Record<KindId, ActivityEffects>>> = {
  wall: wallEffects,
}

export const proposals: Readonly<Partial<Record<KindId, ActivityProposals>>> = {
  wall: wallProposals,
}
