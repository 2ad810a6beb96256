import type { ActivityId, PersonId, RoomKey } from '@escale/shared'
import type { RoundTableFacilitatorAction } from '@escale/shared/activities/round-table'
import { useMemo, useRef } from 'react'
import { showGroup, useTellGroups } from '../../kit/groups.ts'

interface Told {
  readonly key: RoomKey
  readonly number: number
  readonly people: readonly PersonId[]
}

/** Tells the shell of these groups, once for each change of them and not with each second. `before`: what it takes to see them all. */
export function useToldGroups(activity: ActivityId, groups: readonly Told[], before?: () => void): void {
  const prepare = useRef(before)
  prepare.current = before
  const seen = JSON.stringify(groups.map(({ key, number, people }) => [key, number, people]))
  const told = useMemo(() => {
    const now = JSON.parse(seen) as [RoomKey, number, PersonId[]][]
    if (now.length === 0) return null
    const places = new Map(now.flatMap(([key, , people]) => people.map((person) => [person, key] as const)))
    return {
      activity,
      rooms: now.map(([key, number, people]) => ({ key, number, people: people.length })),
      roomOf: (person: PersonId) => places.get(person),
      moveOf: (person: PersonId, to: RoomKey) =>
        ({ type: 'move', person, to }) satisfies RoundTableFacilitatorAction,
      see: (room: RoomKey) => {
        prepare.current?.()
        // Once they are all drawn.
        requestAnimationFrame(() => showGroup(room))
      },
    }
  }, [activity, seen])
  useTellGroups(told)
}
