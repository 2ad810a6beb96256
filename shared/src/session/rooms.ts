import type { Placement } from '../activities/kit/kind.ts'
import type { PersonId } from '../ids.ts'
import type { Settings } from '../plan/workshop.ts'
import { PLENARY, type RoomKey } from '../room-key.ts'
import { type Kinds, liveActivity } from './moment.ts'
import type { SessionState } from './state.ts'

const IN_PLENARY: Placement = { room: PLENARY, until: null }

/** Where everybody is at server time `now`: a function that says it for one person. */
export function placements(kinds: Kinds, state: SessionState, now: number): (person: PersonId) => Placement {
  const live = state.status === 'running' ? liveActivity(kinds, state, state.current, now) : undefined
  const rooms = live?.kind.rooms(live.state, live.moment)
  return (person) => rooms?.get(person) ?? IN_PLENARY
}

/** Group number of a room key (`g3` is 3); undefined for the plenary. */
export function roomNumber(room: RoomKey): number | undefined {
  const digits = /^\D*(\d+)$/.exec(room)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

/** The visio address of a room as the workshop lays it down; empty when there is none. */
export function visioAddress(visio: Settings['visio'], room: RoomKey): string {
  const number = room === PLENARY ? undefined : roomNumber(room)
  if (number === undefined) return visio.plenary
  switch (visio.groups.mode) {
    case 'none':
      return ''
    case 'pattern':
      return visio.groups.pattern.replaceAll('{n}', String(number))
    case 'list':
      return visio.groups.addresses[number - 1] ?? ''
  }
}
