import { createRandom } from '@escale/shared'
import { leads } from './behaviours/registry.ts'
import { Scene } from './behaviours/scene.ts'
import type { Facilitator } from './facilitator.ts'
import { Left, type Tempo, waitFor } from './pace.ts'

/** An activity without an end of its own, or a long one, is shown this long at most, ms. */
const SHOWN_AT_MOST_MS = 90_000

/** Plays the whole plan through, one activity after the other, then ends the session. Stops when `signal` aborts. */
export async function autoplay(facilitator: Facilitator, tempo: Tempo, signal: AbortSignal): Promise<void> {
  const random = createRandom(facilitator.seat.session)
  const character = { bot: facilitator, index: 0, count: 1, random, tempo }
  try {
    for (const { id, kind, durationMs } of facilitator.plan()) {
      await facilitator.go(id)
      const lead = leads[kind]
      if (lead) await lead(new Scene(character, id, new Set(), signal))
      else await waitFor(Math.min(durationMs, SHOWN_AT_MOST_MS) * tempo, signal)
    }
    await facilitator.do({ type: 'finish' })
  } catch (error) {
    // Left: stopped, or a person has taken over and gone elsewhere.
    if (!(error instanceof Left)) throw error
  }
}
