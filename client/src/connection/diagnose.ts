/** Why no connection comes about: asked by ordinary requests, which pass where connections do not. */
import { getJson, postJson } from './api.ts'

// Needed from the same moment on, and not before.
export { ways } from './ways.ts'

export type Trouble =
  /** The server answers, and the network lets no connection through that stays. */
  | 'blocked'
  /** The server is asked under an address that it does not know as its own. */
  | 'unknown-address'
  /** Nothing of ours answers. */
  | 'away'

const ANSWERS_WITHIN_MS = 4_000

/** Takes some seconds at most. */
export async function diagnose(): Promise<Trouble> {
  const [health, change] = await Promise.all([
    getJson('/health', ANSWERS_WITHIN_MS),
    // Nothing is there to be changed; but whether we are from where the server takes changes from, it says.
    postJson('/health', {}, ANSWERS_WITHIN_MS),
  ])
  for (const answer of [health, change])
    if (!answer.ok && answer.refusal === 'unknown-address') return 'unknown-address'
  return health.ok ? 'blocked' : 'away'
}
