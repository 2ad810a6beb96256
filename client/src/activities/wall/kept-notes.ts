/**
 * The notes that this device wrote, with the secret that shows it: a note without a name, or one that a facilitator has yet to
 * place, cannot be told from others' by the wall. Forgotten with the browser's data.
 */
import type { WallNote } from '@escale/shared'
import type { PartId } from '@escale/shared/activities/wall'
import { useCallback, useMemo, useState } from 'react'
import { keptForActivity } from '../../app/kept-here.ts'

/** What somebody decides about a note when they write it. */
export type NoteDraft = Pick<WallNote, 'text' | 'colour' | 'zone'> & {
  /** Where it is put, on a board; absent: wherever there is room. */
  readonly at?: WallNote['at'] | undefined
  readonly values?: WallNote['values'] | undefined
  /** The part of the wall in which it is to stand; empty or absent: wherever it is. */
  readonly part?: PartId | '' | undefined
  /** Id of a picture of the session. */
  readonly picture?: string | undefined
  readonly drawing?: string | undefined
  /** Under which it is sent: the same from whichever tab, so that it is one note. Absent: minted when it is sent. */
  readonly as?: { readonly id: string; readonly secret: string } | undefined
  /** A picture that is not on the server yet (paper/use-sending.tsx). */
  readonly photo?: Blob | undefined
}

/** With what somebody begins to write: a picture that was pasted or dropped, the zone or the place where they pressed. */
export interface Beginning {
  readonly photo?: File | undefined
  readonly zone?: string | undefined
  readonly at?: WallNote['at'] | undefined
}

export interface KeptNote extends Omit<NoteDraft, 'part' | 'photo' | 'as'> {
  readonly secret: string
  /** Server time, ms. */
  readonly createdAt: number
}

const storageKey = (activity: string) => keptForActivity('notes', activity)

const isKept = (one: unknown): one is KeptNote =>
  typeof one === 'object' &&
  one !== null &&
  'secret' in one &&
  typeof one.secret === 'string' &&
  'text' in one &&
  typeof one.text === 'string' &&
  'colour' in one &&
  typeof one.colour === 'number' &&
  'zone' in one &&
  typeof one.zone === 'string' &&
  'createdAt' in one &&
  typeof one.createdAt === 'number'

function read(activity: string): ReadonlyMap<string, KeptNote> {
  try {
    const held: unknown = JSON.parse(localStorage.getItem(storageKey(activity)) ?? '{}')
    const entries = typeof held === 'object' && held !== null ? Object.entries(held) : []
    return new Map(entries.flatMap(([id, one]) => (isKept(one) ? [[id, one] as const] : [])))
  } catch {
    return new Map()
  }
}

export interface KeptNotes {
  readonly all: ReadonlyMap<string, KeptNote>
  readonly keep: (id: string, note: KeptNote) => void
  readonly forget: (id: string) => void
}

export function useKeptNotes(activity: string): KeptNotes {
  const [all, setAll] = useState(() => read(activity))
  const change = useCallback(
    (how: (notes: Map<string, KeptNote>) => void) =>
      setAll((before) => {
        const next = new Map(before)
        how(next)
        try {
          localStorage.setItem(storageKey(activity), JSON.stringify(Object.fromEntries(next)))
        } catch {
          // Kept for as long as the page is open.
        }
        return next
      }),
    [activity],
  )
  return useMemo(
    () => ({
      all,
      keep: (id, note) => change((notes) => notes.set(id, note)),
      forget: (id) => change((notes) => notes.delete(id)),
    }),
    [all, change],
  )
}
