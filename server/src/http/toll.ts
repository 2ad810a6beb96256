import { setTimeout as pause } from 'node:timers/promises'
import { PUZZLE_HEADER } from '@escale/shared'
import type { Request } from 'express'
import type { TollName } from '../auth/tolls.ts'
import type { HttpDeps } from './deps.ts'
import { HttpRefusal } from './refusals.ts'

/**
 * Lets a request through, at once or after a moment. Answers how to uncount it, should it turn out to be nothing that counts.
 * `keys`, `within`: see `Tolls`.
 * @throws HttpRefusal `rate-limited`, with the puzzle that opens
 */
export async function throughToll(
  { tolls }: HttpDeps,
  request: Request,
  name: TollName,
  keys: readonly string[],
  within?: string,
): Promise<() => void> {
  const passage = tolls.pass(name, keys, request.get(PUZZLE_HEADER), within)
  if (!passage.may) throw new HttpRefusal('rate-limited', passage.puzzle ?? undefined)
  if (passage.afterMs > 0) await pause(passage.afterMs, undefined, { ref: false })
  return passage.giveBack
}
