/**
 * Where people meet by voice and picture. The workshop lays down what it uses; a provider turns a room of the session into
 * a place to go to. Providers that open rooms of their own, with tokens, come beside `link`.
 */
import type { RoomKey, Settings } from '@escale/shared'

/** What the workshop's settings say about video. */
export type VisioSettings = Settings['visio']

export interface Visio {
  readonly id: string
  /** What the provider can do by itself; the interface says the rest in words. */
  readonly capabilities: {
    /** Moves people from room to room without their doing. */
    readonly movesPeople: boolean
  }
  /** The http(s) address of a room, shown to the people in it as a link; empty: there is none. Pure and quick: asked for everybody at every change. */
  readonly addressOf: (settings: VisioSettings, room: RoomKey) => string
}
