/** Kinds that do something on the server beside their state, one line each. Most do not. */
import type { KindId } from '@escale/shared'
import type { ActivityEffects } from './kit/effects.ts'
import { wallEffects } from './wall/effects.ts'

export const effects: Readonly<Partial<Record<KindId, ActivityEffects>>> = {
  wall: wallEffects,
}
