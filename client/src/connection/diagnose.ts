/** Why no connection comes about: asked by ordinary requests, which pass where connections do not. */
import type { Failure, Health } from '@escale/shared'
import { at } from '../app/addresses.ts'

export type Trouble =
  /** The server answers, and the network lets no connection through that stays. */
  | 'blocked'
  /** The server is asked under an address that it does not know as its own. */
  | 'unknown-address'
  /** Nothing of ours answers. */
  | 'away'

const ANSWERS_WITHIN_MS = 4_000

async function ask(method: 'GET' | 'POST'): Promise<Partial<Failure & Health>> {
  const giveUp = new AbortController()
  const timer = setTimeout(() => giveUp.abort(), ANSWERS_WITHIN_MS)
  try {
    const answer = await fetch(at('/api/health'), { method, cache: 'no-store', signal: giveUp.signal })
    const body: unknown = await answer.json()
    return typeof body === 'object' && body !== null ? body : {}
  } catch {
    return {}
  } finally {
    clearTimeout(timer)
  }
}

/** Takes some seconds at most. */
export async function diagnose(): Promise<Trouble> {
  // Nothing is there to be changed by the second; but whether we are from where the server takes changes from, it says.
  const [health, change] = await Promise.all([ask('GET'), ask('POST')])
  if (health.refusal === 'not-allowed' || change.refusal === 'not-allowed') return 'unknown-address'
  return health.ok === undefined ? 'away' : 'blocked'
}
