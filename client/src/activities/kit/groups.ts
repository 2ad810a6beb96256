/**
 * The groups of the running activity, told by a kind's console to the shell: who is found in the list of people is seen in
 * their group, and moved to another, without the shell knowing what groups are for.
 */
import type { ActivityId, PersonId, RoomKey } from '@escale/shared'
import { useEffect } from 'react'
import { create } from 'zustand'

export interface GroupsNow {
  readonly activity: ActivityId
  /** Those that people can be put in, by number. */
  readonly rooms: readonly { readonly key: RoomKey; readonly number: number; readonly people: number }[]
  /** Where a person has a place; undefined: nowhere. */
  readonly roomOf: (person: PersonId) => RoomKey | undefined
  /** The kind's action that moves a person. */
  readonly moveOf: (person: PersonId, to: RoomKey) => unknown
  /** Brings a group into sight, and the focus to it. */
  readonly see: (room: RoomKey) => void
}

const useStore = create<{ readonly groups: GroupsNow | null }>(() => ({ groups: null }))

/** For a kind's console: null while there are none. */
export function useTellGroups(groups: GroupsNow | null): void {
  useEffect(() => useStore.setState({ groups }), [groups])
  useEffect(() => () => useStore.setState({ groups: null }), [])
}

/** For the shell. */
export const useGroups = (): GroupsNow | null => useStore((s) => s.groups)

const idOf = (room: RoomKey): string => `group-${room}`

/** What `showGroup` looks for. */
export const groupPlace = (room: RoomKey) => ({ id: idOf(room), tabIndex: -1 })

/** Brings the group that is drawn with `groupPlace` into sight. */
export function showGroup(room: RoomKey): void {
  const place = document.getElementById(idOf(room))
  place?.scrollIntoView?.({ block: 'center' })
  place?.focus({ preventScroll: true })
}
