/** What components read of a session. Selectors must return parts that stay the same objects while nothing changed. */
import type { Command, Receipt } from '@escale/shared'
import { createContext, useContext, useMemo, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import type { Live } from '../connection/live.ts'
import type { KeptWords } from '../words/kept-words.ts'
import type { ConnectionState } from './connection-store.ts'
import type { PeopleState } from './people-store.ts'
import type { SessionStoreState } from './session-store.ts'

export const LiveContext = createContext<Live | null>(null)

/** The connection around; throws outside of a `LiveProvider`. */
export function useLive(): Live {
  const live = useContext(LiveContext)
  if (live === null) throw new Error('useLive needs a LiveProvider around')
  return live
}

export const useSession = <T>(select: (state: SessionStoreState) => T): T =>
  useStore(useLive().session, select)

export const usePeople = <T>(select: (state: PeopleState) => T): T => useStore(useLive().people, select)

export const useConnection = <T>(select: (state: ConnectionState) => T): T =>
  useStore(useLive().connection, select)

/** What I wrote in this session and was not taken, given up or not. */
export function useMyWords(): readonly KeptWords[] {
  const { words } = useLive()
  const all = useSyncExternalStore(words.subscribe, words.all)
  const me = useSession((s) => s.me?.id ?? null)
  return useMemo(() => all.filter(({ person }) => person === me), [all, me])
}

/** Sends a command; resolves with the receipt, never rejects. */
export const useSend = (): ((command: Command) => Promise<Receipt>) => useLive().send
