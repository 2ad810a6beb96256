import { type MeSlice, PLENARY, type RoomKey } from '@escale/shared'
import { useMoment } from '../activities/kit/moment.ts'
import type { Timed } from '../activities/kit/wake.ts'

export interface Room {
  readonly room: RoomKey
  /** The visio address of the room where one belongs now; empty: none. */
  readonly visio: string
}

const IDLE: Timed = {
  run: { startedAt: 0, pauses: [{ from: 0, to: null }], adjustments: [] },
  phases: [{ id: 'none', ms: null }],
}

/** Where one belongs at activity time `at`: the return to plenary needs no word from the server. */
export const roomAt = (me: MeSlice, at: number): Room =>
  me.roomUntil !== null && at >= me.roomUntil
    ? { room: PLENARY, visio: me.visioPlenary }
    : { room: me.room, visio: me.visioRoom }

/** The room of a participant now, exact to the instant. */
export function useRoom(me: MeSlice, activity: Timed | null): Room {
  const { elapsed: at } = useMoment(activity ?? IDLE, { precise: true })
  return activity === null ? { room: me.room, visio: me.visioRoom } : roomAt(me, at)
}
