import type { Door } from '@escale/shared'
import { useCallback, useEffect, useState } from 'react'
import { forgetKnown, type KnownSession, knownSessions } from '../app/known-sessions.ts'
import type { ApiOutcome } from '../connection/api.ts'
import { askDoor } from '../connection/door.ts'

/** How a session stands now; `asking` until the server has said. */
export type Standing = 'asking' | 'lobby' | 'running' | 'ended' | 'deleted' | 'shut' | 'unanswered'

export interface MySession extends KnownSession {
  readonly standing: Standing
  /** Its récolte can be read from here. */
  readonly readable: boolean
}

/** So many doors are asked at a time: the list may be long, and the line slow. */
const ASKED_AT_ONCE = 4

/** How a session stands for whoever was in it as `as`; undefined: it is gone, and so should its row be. */
export function standingOf(as: KnownSession['as'], door: ApiOutcome<Door>): Standing | undefined {
  if (door.ok) return door.value.known[as] ? door.value.status : 'shut'
  if (door.refusal === 'unknown-session') return undefined
  // A participant cannot bring it back.
  if (door.refusal === 'deleted') return as === 'facilitator' ? 'deleted' : undefined
  return 'unanswered'
}

/** The sessions of this browser, and how each stands now. */
export function useMySessions(): {
  readonly mine: readonly MySession[]
  readonly takeOff: (one: KnownSession) => void
  /** Asks one door again. */
  readonly look: (one: KnownSession) => Promise<void>
} {
  const [mine, setMine] = useState<readonly MySession[]>(() =>
    knownSessions().map((one) => ({ ...one, standing: 'asking', readable: false })),
  )
  const takeOff = useCallback(({ session, as }: KnownSession) => {
    forgetKnown(session, as)
    setMine((all) => all.filter((one) => one.session !== session || one.as !== as))
  }, [])
  const look = useCallback(
    async (known: KnownSession) => {
      const door = await askDoor(known.session)
      const standing = standingOf(known.as, door)
      if (standing === undefined) return takeOff(known)
      const { title, readable } = door.ok ? door.value : { title: known.title, readable: false }
      setMine((all) =>
        all.map((one) =>
          one.session === known.session && one.as === known.as
            ? {
                ...one,
                title,
                standing,
                readable: standing !== 'shut' && (known.as === 'facilitator' || readable),
              }
            : one,
        ),
      )
    },
    [takeOff],
  )
  useEffect(() => {
    const waiting = [...knownSessions()]
    const next = async (): Promise<void> => {
      const one = waiting.shift()
      if (one === undefined) return
      await look(one)
      return next()
    }
    for (let n = 0; n < ASKED_AT_ONCE; n++) void next()
  }, [look])
  return { mine, takeOff, look }
}
