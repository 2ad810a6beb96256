import { type Door, drives, type Entered } from '@escale/shared'
import { takeHandover } from '../../app/handover.ts'
import { secretInLink, wipeSecret } from '../../app/secret-in-link.ts'
import { notAnswered, postJson } from '../../connection/api.ts'
import { askDoor } from '../../connection/door.ts'
import { keepSecret } from './kept-secret.ts'

export type Entry =
  | { readonly is: 'in'; readonly door: Door }
  /** No link and no cookie; a link that is no facilitator's; no such session; a deleted one. */
  | { readonly is: 'refused' | 'wrong' | 'unknown' | 'deleted' }
  /** Nothing was said of the link: no answer, or nothing is taken from this page. */
  | { readonly is: 'unreachable' | 'unknown-address' }

/**
 * Lets a facilitator in: a secret after `#` is exchanged for a cookie; without one the cookie must be there. A wrong
 * secret does not lock out somebody whose cookie is good, nor does one of which nothing was said.
 */
export async function enterConsole(session: string): Promise<Entry> {
  const created = takeHandover(session)
  if (created !== undefined) keepSecret(session, created)
  const secret = secretInLink()
  // A link whose `#` was cut short is a wrong link, not no link.
  let isWrong = window.location.hash.length > 1
  let unsaid: ReturnType<typeof notAnswered>
  if (secret !== undefined) {
    const entered = await postJson<Entered>(`/sessions/${session}/enter`, { secret })
    // Nobody answers: the door would not, either.
    if (!entered.ok && entered.refusal === 'unreachable') return { is: 'unreachable' }
    unsaid = entered.ok ? undefined : notAnswered(entered.refusal)
    isWrong = !entered.ok || !drives(entered.value.role)
    // Where nothing was said of it, the secret stays in the address, so that trying again or reloading still has it.
    if (unsaid === undefined) wipeSecret()
    if (!isWrong) keepSecret(session, secret)
  }
  const door = await askDoor(session)
  if (!door.ok && door.refusal === 'deleted') return { is: 'deleted' }
  if (!door.ok && door.refusal === 'unknown-session') return { is: 'unknown' }
  if (!door.ok) return { is: notAnswered(door.refusal) ?? 'unreachable' }
  if (door.value.known.facilitator) return { is: 'in', door: door.value }
  return { is: unsaid ?? (isWrong ? 'wrong' : 'refused') }
}
