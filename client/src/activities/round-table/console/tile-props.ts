import type { PersonId, RoomKey } from '@escale/shared'
import type { Sending } from '../use-sending.ts'
import type { Tile } from './tiles.ts'

/** What every part of a group's tile needs. */
export interface GroupTileProps {
  readonly activity: string
  readonly tile: Tile
  readonly elapsed: number
  readonly commonEnd: number
  readonly isVisited: boolean
  /** The countdown that was prepared for calling back, ms. */
  readonly callBackMs: number
  /** Its page is on the room's screen. */
  readonly isShown: boolean
  readonly rooms: readonly { readonly key: RoomKey; readonly number: number }[]
  readonly nameOf: (person: PersonId) => string
  readonly send: Sending['send']
  readonly onMessage?: () => void
  /** Absent: groups are not being chosen. */
  readonly choice?: { readonly isChosen: boolean; readonly onToggle: () => void }
}
