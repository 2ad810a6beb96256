import type { IdentityMode } from '@escale/shared'
import { useEffect, useState } from 'react'
import { inTab, keptForSession } from '../app/kept-here.ts'
import { nameFor } from '../app/my-name.ts'
import { randomId } from '../connection/random-id.ts'

export interface JoinDraft {
  readonly mode: IdentityMode
  readonly name: string
  readonly organisation: string
  readonly territory: string
  /** Of this wish to come in: tried again for want of an answer, it is one person's, also after a reload. */
  readonly wish: string
}

const keyOf = (session: string): string => keptForSession('join', session)

function kept(session: string): Partial<JoinDraft> {
  const found = inTab.readJson(keyOf(session))
  return typeof found === 'object' && found !== null ? (found as Partial<JoinDraft>) : {}
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What one has typed at the door; survives a reload of the tab. */
export function useJoinDraft(session: string, modes: readonly IdentityMode[]) {
  const [draft, setDraft] = useState<JoinDraft>(() => {
    const before = kept(session)
    const mode = modes.find((one) => one === before.mode) ?? modes[0] ?? 'named'
    return {
      mode,
      name: nameFor(mode, text(before.name)),
      organisation: text(before.organisation),
      territory: text(before.territory),
      wish: text(before.wish) || randomId(24),
    }
  })
  // Not kept: it then lasts as long as the page.
  useEffect(() => void inTab.write(keyOf(session), JSON.stringify(draft)), [session, draft])
  const forget = () => void inTab.write(keyOf(session), null)
  return { draft, change: (part: Partial<JoinDraft>) => setDraft((now) => ({ ...now, ...part })), forget }
}
